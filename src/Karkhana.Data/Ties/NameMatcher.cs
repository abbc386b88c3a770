using Karkhana.Core.Errors;

namespace Karkhana.Data.Ties;

/// <summary>Finds the firm or party that a name means, in spite of spelling, spacing, order of words and
/// script.</summary>
/// <remarks>
/// Names are brought to one form (Unicode NFKC, small letters, no marks and punctuation, Arabic, Urdu and Devanagari
/// letters in Latin, legal forms left out, common words in one spelling). Their likeness is the Jaro-Winkler similarity
/// of the words as they stand or sorted, without blanks, three quarters of it from the words that are not common; when a
/// script was used that leaves vowels open, of the consonants alone. Candidates share pairs of consonants. Matched: from
/// <see cref="NameMatcherOptions.Accept"/> on, and ahead of the second firm by <see cref="NameMatcherOptions.Margin"/>;
/// doubtful: any other with a candidate; not found: without. Cost: for each name, the names that share pairs of
/// consonants; 10⁵ names are looked up in milliseconds. Source: Winkler 1990, Proceedings of the Section on Survey
/// Research Methods, American Statistical Association, 354–359; the weights and the consonants are ours.
/// </remarks>
public sealed class NameMatcher
{
    private const int Compared = 40;
    private const int Shown = 3;

    private readonly IReadOnlyList<NamedNode> _names;
    private readonly NameForm[] _forms;
    private readonly int[] _pairs;
    private readonly Dictionary<string, List<int>> _byPair = new(StringComparer.Ordinal);
    private readonly NameMatcherOptions _options;
    private readonly int[] _shared;

    private NameMatcher(IReadOnlyList<NamedNode> names, NameMatcherOptions options)
    {
        (_names, _options) = (names, options);
        _forms = [.. names.Select(name => NameForm.Of(name.Name))];
        (_shared, _pairs) = (new int[names.Count], new int[names.Count]);
        for (int name = 0; name < _forms.Length; name++)
        {
            HashSet<string> pairs = Pairs(_forms[name]);
            _pairs[name] = pairs.Count;
            foreach (string pair in pairs)
            {
                if (!_byPair.TryGetValue(pair, out List<int>? holders))
                {
                    _byPair.Add(pair, holders = []);
                }

                holders.Add(name);
            }
        }
    }

    /// <summary>Prepares the names to look among; not for two threads at once.</summary>
    /// <param name="names">The names of firms and parties.</param>
    /// <param name="options">Score and margin.</param>
    /// <returns>The matcher.</returns>
    public static NameMatcher Of(IReadOnlyList<NamedNode> names, NameMatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new NameMatcher(names, options ?? new NameMatcherOptions());
    }

    /// <summary>Looks for a name.</summary>
    /// <param name="name">The name as the survey gave it.</param>
    /// <returns>The outcome with its candidates.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public NameMatch Match(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Require.That(name.Trim().Length > 0, nameof(name), "must be a name; it was empty");
        NameForm form = NameForm.Of(name);
        NameCandidate[] candidates =
        [
            .. Nearby(form).Select(other => new NameCandidate(_names[other].Id, _names[other].Name, NameSimilarity.Of(form, _forms[other])))
                .Where(candidate => candidate.Score >= _options.Least)
                .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
                .DistinctBy(candidate => candidate.Id).Take(Shown),
        ];
        NameMatch match = new(name, NameOutcome.Doubtful, candidates);
        return match with
        {
            Outcome = candidates.Length == 0 ? NameOutcome.NotFound
                : match.Score >= _options.Accept && match.Margin >= _options.Margin ? NameOutcome.Matched
                : NameOutcome.Doubtful,
        };
    }

    // The names that share most pairs of consonants, for their length; ties in the order of the names.
    private int[] Nearby(NameForm form)
    {
        HashSet<string> pairs = Pairs(form);
        List<int> touched = [];
        foreach (string pair in pairs)
        {
            foreach (int holder in _byPair.GetValueOrDefault(pair) ?? [])
            {
                if (_shared[holder]++ == 0)
                {
                    touched.Add(holder);
                }
            }
        }

        int[] nearest =
        [
            .. touched.Select(holder => (holder, alike: _shared[holder] / (double)(pairs.Count + _pairs[holder])))
                .OrderByDescending(pair => pair.alike).ThenBy(pair => pair.holder).Take(Compared).Select(pair => pair.holder),
        ];
        foreach (int holder in touched)
        {
            _shared[holder] = 0;
        }

        return nearest;
    }

    // Pairs of neighbouring consonants over all words run together, so that spacing does not matter.
    private static HashSet<string> Pairs(NameForm form)
    {
        string text = string.Concat(form.Skeleton.Length == 0 ? form.Core : form.Skeleton);
        HashSet<string> pairs = new(StringComparer.Ordinal);
        for (int at = 0; at + 1 < text.Length; at++)
        {
            pairs.Add(text.Substring(at, 2));
        }

        if (text.Length > 0)
        {
            pairs.Add($"^{text[0]}");
            pairs.Add($"{text[^1]}$");
        }

        return pairs;
    }
}
