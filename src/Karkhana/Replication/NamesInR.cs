namespace Karkhana.Replication;

/// <summary>Gives variables names that R can read without quotes, each another.</summary>
internal sealed class NamesInR
{
    // Words of R, and the columns that the files have anyway.
    private static readonly string[] Taken =
    [
        "if", "else", "repeat", "while", "function", "for", "next", "break", "TRUE", "FALSE", "NULL", "Inf", "NaN", "NA", "in",
        "firm", "place", "x_km", "y_km", "weight", "synthetic", "equation", "draw", "I", "T", "F",
    ];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = [.. Taken];

    /// <summary>Gets the names in the order in which they were given.</summary>
    public IEnumerable<(string Own, string InR)> All => _names.Select(pair => (pair.Key, pair.Value));

    /// <summary>Gives the name of something, the same each time.</summary>
    public string Of(string own) => Add(own, own);

    /// <summary>Gives something a name that is near to a wish.</summary>
    public string Add(string own, string wished)
    {
        if (!_names.TryGetValue(own, out string? name))
        {
            string plain = Plain(wished);
            name = plain;
            for (int next = 2; !_given.Add(name); next++)
            {
                name = FormattableString.Invariant($"{plain}_{next}");
            }

            _names.Add(own, name);
        }

        return name;
    }

    /// <summary>Keeps letters and digits of English and writes the rest as one underscore.</summary>
    public static string Plain(string text)
    {
        string kept = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        string joined = string.Join('_', kept.Split('_', StringSplitOptions.RemoveEmptyEntries));
        return joined.Length > 0 && char.IsAsciiLetter(joined[0]) ? joined : $"v_{joined}";
    }
}
