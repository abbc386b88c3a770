using Karkhana.Core.Exchange;
using Karkhana.Data.Results.Networks;

namespace Karkhana.Diagnosis.NetworkFiles;

/// <summary>Says of every ordered pair of firms, by kind and wave, whether there is a tie, none, none possible, or nobody
/// knows.</summary>
/// <remarks>
/// A tie that anybody reports is a tie. Else, where a firm did not stand in the year of the wave, none is possible. Else it is
/// not known when none of those that could have told answered: ties of a kind that one end reports ("they came to us") are told
/// by that end alone. Who answered: the firms that report ties of the wave, and in the last wave those of the survey; where
/// neither says, all count as having answered.
/// </remarks>
internal static class WaveMatrices
{
    private const int FirstYear = 1800; // a wave of this number or above is named by its year

    public static IReadOnlyList<SienaMatrix> Of(OwnersNetwork network) =>
    [
        .. from kind in network.Reports.Kinds
           from wave in network.Reports.OfKind(kind).Waves
           select MatrixOf(network, kind, wave),
    ];

    private static SienaMatrix MatrixOf(OwnersNetwork network, string kind, int wave)
    {
        int n = network.Firms.Length;
        HashSet<(int, int)> ties = [.. network.Ties.Where(tie => tie.Kind == kind && tie.Wave == wave).Select(tie => (tie.From, tie.To))];
        bool[] stands = StandsIn(network, wave);
        Tellers tellers = TellersOf(network, kind, wave);
        SienaCell[] cells = new SienaCell[n * n];
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < n; column++)
            {
                cells[(row * n) + column] = ties.Contains((network.Firms[row], network.Firms[column])) ? SienaCell.Tie
                    : !stands[row] || !stands[column] ? SienaCell.StructuralZero
                    : tellers.Know(network.Firms[row], network.Firms[column]) ? SienaCell.None : SienaCell.Missing;
            }
        }

        return new SienaMatrix(kind, wave, n, cells);
    }

    private static bool[] StandsIn(OwnersNetwork network, int wave)
    {
        double year = network.Reports.OfWave(wave).Reports.Select(report => report.Year).Where(year => !double.IsNaN(year))
            .DefaultIfEmpty(wave >= FirstYear ? wave : double.NaN).Max();
        return [.. network.Firms.Select(firm => double.IsNaN(year) || network.Study.Firms.Stands(firm, (int)year))];
    }

    private static Tellers TellersOf(OwnersNetwork network, string kind, int wave)
    {
        TieReports asked = network.Study.TieReports!.OfWave(wave);
        HashSet<int> answered = [.. NetworkFindings.Reporters(asked)];
        if (wave == network.Study.TieReports.Waves[^1])
        {
            answered.UnionWith(network.Study.Survey?.Firms ?? []);
        }

        TieReporter?[] reporters = [.. asked.OfKind(kind).Reports.Select(report => report.Reporter).Distinct()];
        bool Has(TieReporter reporter) => reporters.Contains(reporter) || reporters.Contains(TieReporter.Both) || reporters.All(one => one is null);
        return new Tellers(answered, Has(TieReporter.From), Has(TieReporter.To));
    }

    /// <summary>Who answered, and which ends of a tie were asked.</summary>
    private sealed record Tellers(HashSet<int> Answered, bool Givers, bool Receivers)
    {
        public bool Know(int from, int to) =>
            Answered.Count == 0 || (Givers && Answered.Contains(from)) || (Receivers && Answered.Contains(to));
    }
}
