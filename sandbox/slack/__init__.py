"""The local Slack: its Web API, its events and interactions, its limits."""
