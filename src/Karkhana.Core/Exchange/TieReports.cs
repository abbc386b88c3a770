namespace Karkhana.Core.Exchange;

/// <summary>Ties as a survey gives them: with who told, in which wave, and with parties outside the register.</summary>
/// <param name="FirmIds">The firms, in the order of the register.</param>
/// <param name="PartyIds">The parties outside; party p has the position <c>FirmIds.Count + p</c>.</param>
/// <param name="Reports">The reports.</param>
public sealed record TieReports(
    IReadOnlyList<string> FirmIds, IReadOnlyList<string> PartyIds, IReadOnlyList<TieReport> Reports)
{
    /// <summary>Gets the number of reports.</summary>
    public int Count => Reports.Count;

    /// <summary>Gets the waves, ascending.</summary>
    public IReadOnlyList<int> Waves => [.. Reports.Select(report => report.Wave).Distinct().Order()];

    /// <summary>Gets the kinds of tie, in the order of their letters.</summary>
    public IReadOnlyList<string> Kinds =>
        [.. Reports.Select(report => report.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Says whether a position is that of a party outside the register.</summary>
    /// <param name="node">The position.</param>
    /// <returns>True for a party.</returns>
    public bool IsParty(int node) => node >= FirmIds.Count;

    /// <summary>Gives the id of a firm or party.</summary>
    /// <param name="node">The position.</param>
    /// <returns>The id.</returns>
    public string IdOf(int node) => IsParty(node) ? PartyIds[node - FirmIds.Count] : FirmIds[node];

    /// <summary>Keeps the reports of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The layer.</returns>
    public TieReports OfKind(string kind) => this with { Reports = [.. Reports.Where(report => report.Kind == kind)] };

    /// <summary>Keeps the reports of one wave.</summary>
    /// <param name="wave">The wave.</param>
    /// <returns>The wave.</returns>
    public TieReports OfWave(int wave) => this with { Reports = [.. Reports.Where(report => report.Wave == wave)] };

    /// <summary>Gives the ties between firms, each once per kind: what either end says of the last wave.</summary>
    /// <remarks>The value is the greatest that was reported. Cost: one pass.</remarks>
    /// <returns>The ties, in the order of their first report.</returns>
    public TieTable ToTies()
    {
        int last = Count == 0 ? 0 : Waves[^1];
        Dictionary<(int From, int To, string Kind), double> values = [];
        foreach (TieReport report in Reports.Where(
            report => report.Wave == last && report.Value > 0 && !IsParty(report.From) && !IsParty(report.To)))
        {
            (int, int, string) tie = (report.From, report.To, report.Kind);
            values[tie] = Math.Max(report.Value, values.GetValueOrDefault(tie));
        }

        return new TieTable(
            FirmIds,
            [.. values.Keys.Select(tie => tie.From)],
            [.. values.Keys.Select(tie => tie.To)],
            [.. values.Keys.Select(tie => tie.Kind)],
            [.. values.Values]);
    }
}
