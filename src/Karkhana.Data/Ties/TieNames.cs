using Karkhana.Data.Files;

namespace Karkhana.Data.Ties;

/// <summary>Finds the partners that a file of ties gives by name; nothing is matched without a word.</summary>
/// <param name="names">The names to look among.</param>
/// <param name="decisions">What the user decided, by name.</param>
/// <param name="nodes">Firms and parties.</param>
internal sealed class TieNames(
    IReadOnlyList<NamedNode> names, IReadOnlyDictionary<string, string> decisions, NodeIndex nodes)
{
    private readonly NameMatcher _matcher = NameMatcher.Of(names);
    private readonly Dictionary<string, NameMatch> _known = new(StringComparer.Ordinal);
    private readonly List<NameMatch> _matches = [];

    /// <summary>Gets what came of each name, in the order of first mention.</summary>
    public IReadOnlyList<NameMatch> Matches => _matches;

    /// <summary>Finds the position of a name.</summary>
    /// <returns>The position, or −1 when nobody is meant for sure; it was reported.</returns>
    public int Find(ITableSource source, int column, FileProblems problems)
    {
        string name = source.Text(column);
        if (name.Length == 0)
        {
            problems.Error(
                "unknown-firm", source.Row, source.Columns[column], "a name", "an empty cell", "Name the partner or delete the row.");
            return -1;
        }

        if (!_known.TryGetValue(name, out NameMatch? match))
        {
            match = _matcher.Match(name) with { Decision = decisions.GetValueOrDefault(NameReader.Key(name), "") };
            _known.Add(name, match);
            _matches.Add(match);
        }

        if (match.Id is { } id)
        {
            return nodes.Find(id);
        }

        Report(match, source, column, problems);
        return -1;
    }

    /// <summary>Says how many names were matched, and how.</summary>
    public void Summarise(FileProblems problems)
    {
        if (_matches.Count > 0)
        {
            int decided = _matches.Count(match => match.Decision.Length > 0);
            NameMatch[] open = [.. _matches.Where(match => match.Decision.Length == 0)];
            problems.Information("matched-names", FormattableString.Invariant(
                $"{_matches.Count} names: {decided} decided in the review table, {open.Count(match => match.Outcome == NameOutcome.Matched)} matched, {open.Count(match => match.Outcome == NameOutcome.Doubtful)} doubtful, {open.Count(match => match.Outcome == NameOutcome.NotFound)} not found"));
        }
    }

    // Problems travel with published results, so that they must not name anyone.
    private static void Report(NameMatch match, ITableSource source, int column, FileProblems problems)
    {
        if (match.Decision.Length > 0)
        {
            return; // the user said that it is nobody of the study
        }

        (string code, string found) = match.Outcome == NameOutcome.Doubtful
            ? ("doubtful-name", FormattableString.Invariant(
                $"a name with a score of {match.Score:0.00}, {match.Margin:0.00} ahead of the next"))
            : ("unmatched-name", "a name that is near to none");
        problems.Warning(
            code, source.Row, source.Columns[column], "a name of the names file", found,
            "The tie is not used. «karkhana match-names STUDY» writes a table in which to decide.");
    }
}
