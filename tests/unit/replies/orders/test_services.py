from __future__ import annotations

from datetime import date

import pytest

from softanswer.replies.errors import PreferenceError
from softanswer.replies.orders.order import Marketplace
from softanswer.replies.orders.services import Trust, find_service, known_services, load_services
from softanswer.replies.orders.terms import marketplace_terms


@pytest.mark.parametrize(
    ("called", "country", "service"),
    [
        ("USPS Media Mail", "US", "usps-media-mail"),
        ("media_mail", None, "usps-media-mail"),
        ("USPS Priority Mail", "US", "usps-priority"),
        ("USPS Priority Mail Express", "US", "usps-priority-express"),
        ("USPS Priority Mail International", "NO", "usps-priority-international"),
        ("USPS Ground Advantage", "US", "usps-ground-advantage"),
        (
            "USPS First-Class Package International Service",
            "Norway",
            "usps-first-class-international",
        ),
        ("USPS First Class Package International", "NO", "usps-first-class-international"),
        ("USPS Airmail M-Bag", "NO", "usps-m-bag"),
        ("UPS Ground", "US", "ups-ground"),
        ("Royal Mail 2nd Class", "United Kingdom", "royal-mail-second-class"),
        ("Royal Mail International Standard", "Norway", "royal-mail-international-europe"),
        ("Royal Mail International Standard", "U.S.A.", "royal-mail-international"),
        ("Royal Mail International Standard", None, "royal-mail-international"),
        ("Deutsche Post Büchersendung", "DE", "deutsche-post-buewa"),
        ("amazon Standard", "US", "amazon-standard"),
        ("amazon SecondDay", "US", "amazon-second-day"),
        ("amazon International", "NO", "amazon-international"),
    ],
)
def test_a_service_is_found_by_what_files_call_it(called, country, service):
    assert find_service(known_services(), called, country).id == service


@pytest.mark.parametrize("called", ["Standard", "Ground", "pigeon", "", "multimedia mailing"])
def test_a_name_that_says_too_little_is_no_service(called):
    assert find_service(known_services(), called, "US") is None


def test_every_figure_has_a_source_and_a_date():
    services = known_services()
    assert len({s.id for s in services}) == len(services)
    for service in services:
        assert service.source
        assert service.checked >= date(2026, 1, 1)
        assert isinstance(service.trust, Trust)
        assert service.lost_after is None or service.lost_after >= service.earliest


@pytest.mark.parametrize("marketplace", Marketplace)
def test_every_marketplace_has_its_terms(marketplace):
    assert marketplace_terms(marketplace).name


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no toml", "cannot be used"),
        ("[calendars]\n[zones]\n[[service]]\nid = 'x'", "'days'"),
        (
            "[calendars]\n[zones]\n[[service]]\nid = 'x'\ndays = [5, 4]",
            "5 to 4 of x are no window",
        ),
        ("[calendars]\n[zones]\n[[service]]\nid = 'x'\ndays = [1, 2]\nunit = 'moons'", "moons"),
    ],
)
def test_a_damaged_table_says_what_is_wrong(text, says):
    with pytest.raises(PreferenceError, match=says):
        load_services(text)
