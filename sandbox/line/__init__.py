"""The local LINE: its Messaging API, its webhooks, its limits."""
