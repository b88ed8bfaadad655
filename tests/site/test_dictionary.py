"""The data dictionary on the site."""

from sites import pages

from accords_data.model import tables


def test_the_dictionary_explains_every_column_and_every_value() -> None:
    text = pages()["dictionary.html"].text
    for table in tables.all_tables():
        for column in table.columns:
            assert column.description in text
            for value in column.vocabulary or ():
                assert value.meaning in text
