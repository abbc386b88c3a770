using Karkhana.Data.Files;
using Karkhana.Data.Surveys;

namespace Karkhana.Data.Ties;

/// <summary>The letters and words that names are brought to one form with, as data.</summary>
internal static class NameWords
{
    private static readonly Lazy<Dictionary<char, string>> LettersByCharacter = new(ReadLetters);
    private static readonly Lazy<Dictionary<string, (string As, string Role)>> WordsByForm = new(ReadWords);

    /// <summary>Gets the Latin form of letters of other scripts.</summary>
    public static IReadOnlyDictionary<char, string> Letters => LettersByCharacter.Value;

    /// <summary>Gets legal forms, common words and spellings, by the form that a name is read in.</summary>
    public static IReadOnlyDictionary<string, (string As, string Role)> Words => WordsByForm.Value;

    private static Dictionary<char, string> ReadLetters()
    {
        Dictionary<char, string> letters = [];
        using ITableSource source = EmbeddedTable.Open("names/letters.csv");
        while (source.Read())
        {
            letters[source.Text(0)[0]] = source.Text(1);
        }

        return letters;
    }

    private static Dictionary<string, (string As, string Role)> ReadWords()
    {
        Dictionary<string, (string As, string Role)> words = new(StringComparer.Ordinal);
        using ITableSource source = EmbeddedTable.Open("names/words.csv");
        while (source.Read())
        {
            words[NameForm.Spell(source.Text(0), out _)] = (source.Text(1), source.Text(2));
        }

        return words;
    }
}
