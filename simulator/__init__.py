"""Telegram without Telegram: a world of people, chats and messages behind the Bot API."""
