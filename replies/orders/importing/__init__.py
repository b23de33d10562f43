"""Exports of marketplaces and postage services, read into orders and shipments."""
