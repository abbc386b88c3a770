using Karkhana.Core.Tables;
using Karkhana.Data.Files;
using Tomlyn;
using Tomlyn.Model;
using Tomlyn.Parsing;

namespace Karkhana.Data.Studies;

/// <summary>The keys of study.toml as they were written, with the rules on which keys there are.</summary>
internal sealed class StudyToml
{
    private const int LongestName = 80;

    /// <summary>The name of the file in the folder of a study.</summary>
    public const string FileName = "study.toml";

    private const int LargestFile = 1 << 20;

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["study"] = ["name", "title", "seed", "currency", "year", "history"],
        ["firms"] =
        [
            "file", "id", "latitude", "longitude", "x", "y", "crs", "industry", "employment", "place", "clustered", "founded",
            "closed", "earlier_employment", "earlier_year", "start_employment", "setting",
        ],
        ["ties"] =
        [
            "file", "from", "to", "from_name", "to_name", "match", "matches", "kind", "value", "reported_by", "wave", "year", "trust",
        ],
        ["parties"] = ["file", "id", "type", "locality"],
        ["memberships"] = ["file", "firm", "association"],
        ["names"] = ["file", "id", "name"],
        ["survey"] =
        [
            "file", "codebook", "id", "weight", "interviewer", "duration", "started", "ended", "visit", "item_bank", "daily_wage",
        ],
        ["institutions"] = ["file", "id", "latitude", "longitude", "x", "y", "crs", "kind"],
        ["changes"] = ["file", "firm", "year", "type", "source", "cost", "novelty", "depth", "first_year", "last_year"],
        ["industries"] = ["file", "industry", "group", "role", "stage"],
        ["panel"] = ["file", "firm", "year", "employment"],
        ["programme"] = ["file", "firm", "start"],
        ["policy"] = ["comparison", "places"],
        ["regions"] = ["file", "region", "industry", "innovations", "research", "university", "related", "services"],
    };

    private readonly TomlTable _root;
    private readonly FileProblems _problems;

    private StudyToml(TomlTable root, FileProblems problems)
    {
        _root = root;
        _problems = problems;
    }

    /// <summary>Reads the file.</summary>
    /// <param name="folder">The folder of the study.</param>
    /// <param name="problems">Where to report.</param>
    /// <returns>The keys, or null when there is no readable file.</returns>
    public static StudyToml? Read(string folder, FileProblems problems)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            problems.Error(
                "no-study", null, null, "a file study.toml in the folder", "none",
                "«karkhana new FOLDER» writes a study to begin with.");
            return null;
        }

        if (new FileInfo(path).Length > LargestFile)
        {
            problems.Error(
                "unreadable-toml", null, null, "a file of at most 1 MB", "a larger one",
                "study.toml holds settings only.");
            return null;
        }

        try
        {
            string text = File.ReadAllText(path);
            SyntaxParser.ParseStrict(text, FileName, validate: true); // the serializer lets the last of two equal keys win
            StudyToml toml = new(TomlSerializer.Deserialize<TomlTable>(text) ?? [], problems);
            toml.CheckKeys();
            return toml;
        }
        catch (Exception exception) when (exception is TomlException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            problems.Error(
                "unreadable-toml", null, null, "a TOML file", FileProblems.Shorten(exception.Message),
                "See toml.io for the form.");
            return null;
        }
    }

    /// <summary>Gets where problems of study.toml itself are reported.</summary>
    public FileProblems Problems => _problems;

    /// <summary>Says whether a part is there.</summary>
    public bool Has(string part) => _root.TryGetValue(part, out object? value) && value is TomlTable;

    /// <summary>Says whether a key is there, whatever its value.</summary>
    public bool Sets(string part, string key) => Has(part) && ((TomlTable)_root[part]).ContainsKey(key);

    /// <summary>Gives a text, or null when it is not set.</summary>
    public string? Text(string part, string key)
    {
        if (!_root.TryGetValue(part, out object? table) || table is not TomlTable keys || !keys.TryGetValue(key, out object? value))
        {
            return null;
        }

        if (value is string text && text.Length > 0)
        {
            return text;
        }

        _problems.Error(
            "wrong-type", null, $"{part}.{key}", "a text in quotation marks",
            FileProblems.Quote(FormattableString.Invariant($"{value}")), $"Write {key} = \"…\".");
        return null;
    }

    /// <summary>Gives a list of texts; empty when it is not set or was reported.</summary>
    public IReadOnlyList<string> Texts(string part, string key)
    {
        object? value = Sets(part, key) ? ((TomlTable)_root[part])[key] : null;
        string[] texts = value is TomlArray list ? [.. list.OfType<string>().Where(text => text.Length > 0)] : [];
        if (value is not null && (value is not TomlArray all || all.Count == 0 || all.Count > texts.Length))
        {
            _problems.Error(
                "wrong-type", null, $"{part}.{key}", "a list of texts in quotation marks",
                FileProblems.Quote(FormattableString.Invariant($"{value}")), $"Write {key} = [\"…\", \"…\"].");
        }

        return texts;
    }

    /// <summary>Gives a text that must be set; reports when it is not.</summary>
    public string? Required(string part, string key)
    {
        string? text = Text(part, key);
        if (text is null && !Sets(part, key))
        {
            _problems.Error(
                "missing-key", null, $"{part}.{key}", $"the key {key} in [{part}]", "none",
                $"Write {key} = \"…\" under [{part}].");
        }

        return text;
    }

    /// <summary>Gives a whole number from zero on.</summary>
    public ulong Whole(string part, string key, ulong otherwise)
    {
        if (!Sets(part, key))
        {
            return otherwise;
        }

        object value = ((TomlTable)_root[part])[key];
        if (value is long number and >= 0)
        {
            return (ulong)number;
        }

        _problems.Error(
            "wrong-type", null, $"{part}.{key}", "a whole number from zero on",
            FileProblems.Quote(FormattableString.Invariant($"{value}")), $"Write {key} = 2003.");
        return otherwise;
    }

    /// <summary>Gives a number above zero, or null when it is not set or was reported.</summary>
    public double? Positive(string part, string key)
    {
        if (!Sets(part, key))
        {
            return null;
        }

        object value = ((TomlTable)_root[part])[key];
        double number = value switch { long whole => whole, double real => real, _ => double.NaN };
        if (number > 0 && double.IsFinite(number))
        {
            return number;
        }

        _problems.Error(
            "wrong-type", null, $"{part}.{key}", "a number above zero",
            FileProblems.Quote(FormattableString.Invariant($"{value}")), $"Write {key} = 1500, without quotation marks.");
        return null;
    }

    /// <summary>Gives a year, or null when it is not set or was reported.</summary>
    public int? Year(string part, string key, StudyYears years)
    {
        if (!Sets(part, key))
        {
            return null;
        }

        object value = ((TomlTable)_root[part])[key];
        if (value is long number && years.Holds(number))
        {
            return (int)number;
        }

        _problems.Error(
            value is long ? "bad-year" : "wrong-type", null, $"{part}.{key}", years.Expected,
            FileProblems.Quote(FormattableString.Invariant($"{value}")), $"Write {key} = 2020.");
        return null;
    }

    private void CheckKeys()
    {
        foreach ((string part, object? value) in _root)
        {
            if (!Known.TryGetValue(part, out string[]? keys) || value is not TomlTable table)
            {
                _problems.Warning(
                    "unknown-key", null, FileProblems.Shorten(part), $"one of {string.Join(", ", Known.Keys)}",
                    FileProblems.Quote(part), Nearest(part, Known.Keys));
                continue;
            }

            foreach (string key in table.Keys.Where(key => !keys.Contains(key)))
            {
                _problems.Warning(
                    "unknown-key", null, $"{part}.{FileProblems.Shorten(key)}", $"one of {string.Join(", ", keys)}",
                    FileProblems.Quote(key), Nearest(key, keys));
            }
        }
    }

    /// <summary>Gives the name of the study, which is also the name of a folder of results.</summary>
    /// <returns>The name, or null when there is none.</returns>
    public string? Name()
    {
        string? name = Required("study", "name");
        bool sound = name is null || (name.Length is > 0 and <= LongestName
            && char.IsLetterOrDigit(name[0]) && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' '));
        if (!sound)
        {
            _problems.Error(
                "bad-name", null, "study.name", "letters, digits, - _ . and blanks, beginning with a letter or digit",
                FileProblems.Quote(name!), "The results are written into a folder of this name; the title may hold anything.");
        }

        return name;
    }

    /// <summary>Gets the history that is simulated beside the levers, or null when none is named or it was reported.</summary>
    public StudyHistory? History()
    {
        string[] known = [.. Enum.GetValues<StudyHistory>().Select(one => Words.Of(one))];
        string? history = Text("study", "history");
        int place = Array.IndexOf(known, history);
        if (history is not null && place < 0)
        {
            _problems.Error(
                "unknown-history", null, "study.history", $"one of {string.Join(", ", known)}", FileProblems.Quote(history),
                "Leave the key out for a study of another place.");
        }

        return place < 0 ? null : Enum.GetValues<StudyHistory>()[place];
    }

    private static string Nearest(string word, IEnumerable<string> known)
    {
        string nearest = known.MinBy(candidate => Distance(word, candidate))!;
        return Distance(word, nearest) <= 3 ? $"Did you mean {nearest}? The key was ignored." : "The key was ignored.";
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
