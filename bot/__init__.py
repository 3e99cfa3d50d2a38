"""The composition root, the command line and the web server."""
