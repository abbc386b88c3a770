using System.Globalization;
using System.Text;

namespace Karkhana.Data.Ties;

/// <summary>A name brought to the form that is compared.</summary>
/// <param name="All">Its words, common ones with their usual spelling, without legal forms.</param>
/// <param name="Core">Its words without the common ones; all words when nothing else is left.</param>
/// <param name="VowelsAreOpen">Whether a script was used that does not write all vowels.</param>
internal sealed record NameForm(string[] All, string[] Core, bool VowelsAreOpen)
{
    private const string Silent = "aeiouywvh";

    /// <summary>Gets the consonants of the core, which do not depend on script and hardly on spelling.</summary>
    public string[] Skeleton { get; } = [.. Core.Select(Consonants).Where(word => word.Length > 0)];

    /// <summary>Brings a name to its form.</summary>
    public static NameForm Of(string name)
    {
        string[] spelled = Spell(name, out bool vowelsAreOpen).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<string> all = [];
        List<string> core = [];
        foreach (string word in spelled)
        {
            (string known, string role) = NameWords.Words.GetValueOrDefault(word, (word, ""));
            if (role == "legal")
            {
                continue;
            }

            all.Add(known);
            if (role != "common")
            {
                core.Add(known);
            }
        }

        all = all.Count == 0 ? [.. spelled] : all;
        return new NameForm([.. all], core.Count == 0 ? [.. all] : [.. core], vowelsAreOpen);
    }

    /// <summary>Writes a name in small Latin letters, digits and single blanks.</summary>
    /// <param name="name">The name.</param>
    /// <param name="vowelsAreOpen">Whether letters came from a table, whose scripts leave vowels open.</param>
    public static string Spell(string name, out bool vowelsAreOpen)
    {
        vowelsAreOpen = false;
        StringBuilder spelled = new();
        foreach (char letter in name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (NameWords.Letters.TryGetValue(letter, out string? latin))
            {
                vowelsAreOpen = true;
                spelled.Append(latin);
            }
            else if (char.IsLetterOrDigit(letter))
            {
                spelled.Append(char.IsDigit(letter) ? $"{CharUnicodeInfo.GetDecimalDigitValue(letter)}" : letter);
            }
            else if (letter is not ('\'' or '’' or '.') && !IsMark(letter))
            {
                spelled.Append(' ');
            }
        }

        return string.Join(' ', spelled.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsMark(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static string Consonants(string word)
    {
        StringBuilder kept = new();
        string sounds = word.Replace("ph", "f", StringComparison.Ordinal).Replace('c', 'k').Replace('q', 'k');
        foreach (char sound in sounds)
        {
            if (!Silent.Contains(sound, StringComparison.Ordinal) && (kept.Length == 0 || kept[^1] != sound))
            {
                kept.Append(sound);
            }
        }

        return kept.ToString();
    }
}
