using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Data.Ties;
using Karkhana.Diagnosis;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>The ties of a study as the model begins with them: kind, trust where it was asked, and links that lead outside the register.</summary>
internal static class StudyTies
{
    private const double LeastTrust = 1;
    private const double MostTrust = 5;
    private const double UnknownTrust = 0.5;

    public static ClusterTie[] Of(Findings findings)
    {
        if (findings.Study.Ties is not { } ties)
        {
            return [];
        }

        Dictionary<int, int> positions = findings.Focus.Firms.Select((firm, i) => (firm, i)).ToDictionary(pair => pair.firm, pair => pair.i);
        Dictionary<(int From, int To), double> trust = TrustOf(findings.Study.TieReports);
        HashSet<(int, int, ClusterTieKind)> seen = [];
        List<ClusterTie> kept = [];
        for (int tie = 0; tie < ties.Count; tie++)
        {
            if (ties.Values[tie] > 0 && positions.TryGetValue(ties.From[tie], out int from) && positions.TryGetValue(ties.To[tie], out int to)
                && KindOf(ties.Kinds[tie]) is ClusterTieKind kind && seen.Add((from, to, kind)))
            {
                kept.Add(new ClusterTie(from, to, kind, trust.GetValueOrDefault((ties.From[tie], ties.To[tie]), UnknownTrust)));
            }
        }

        return [.. kept, .. LinksOutside(findings.Study.TieReports, positions)];
    }

    private static Dictionary<(int From, int To), double> TrustOf(TieReports? reports) => reports is null
        ? []
        : reports.Reports.Where(report => !double.IsNaN(report.Trust)).GroupBy(report => (report.From, report.To)).ToDictionary(
            pair => pair.Key,
            pair => (Sums.Mean([.. pair.Select(report => report.Trust)]) - LeastTrust) / (MostTrust - LeastTrust));

    private static IEnumerable<ClusterTie> LinksOutside(TieReports? reports, Dictionary<int, int> positions) => reports is null
        ? []
        : reports.Reports
            .Where(report => report.Value > 0 && reports.IsParty(report.From) != reports.IsParty(report.To))
            .Select(report => reports.IsParty(report.From) ? report.To : report.From)
            .Where(positions.ContainsKey)
            .Select(firm => new ClusterTie(positions[firm], positions[firm], ClusterTieKind.External, UnknownTrust))
            .Distinct();

    private static ClusterTieKind? KindOf(string kind) => kind switch
    {
        TieKinds.Advice => ClusterTieKind.Knowledge,
        TieKinds.Subcontract => ClusterTieKind.Subcontract,
        TieKinds.Supply or TieKinds.Sale or TieKinds.Lending => ClusterTieKind.Supply,
        TieKinds.Kin => ClusterTieKind.Kin,
        TieKinds.Association => ClusterTieKind.Association,
        _ => null,
    };
}
