import pytest
from fakes.certificates import Authority
from fakes.identity_server import FakeIdentityServer


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def trust(authority):
    return authority.trusting_context()


@pytest.fixture
def identity(authority):
    with FakeIdentityServer(authority.certify().server_context()) as server:
        yield server
