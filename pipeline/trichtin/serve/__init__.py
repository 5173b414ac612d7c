"""The web application for journalists: Datasette with pages of our own over the database of ``trichtin index``."""
