using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Data.Ties;
using Karkhana.Diagnosis;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>The ties of a study as the model begins with them: kind, trust, and links that lead outside.</summary>
/// <remarks>
/// Trust is what was asked of the tie; else the mean of what its two ends said of trust in general; else the mean of all firms that said so;
/// else one half. A firm has a link outside for each party outside the register that it named, or for each source outside that it uses to a high
/// degree (the greatest answer), whichever are more: search in depth, Laursen and Salter 2006, doi:10.1002/smj.507. A firm that did not answer has
/// the links of the firm whose answers it takes.
/// </remarks>
internal static class StudyTies
{
    private const double LeastTrust = 1;
    private const double MostTrust = 5;
    private const double UnknownTrust = 0.5;
    private const string TrustConstruct = "trust";

    public static ClusterTie[] Of(Findings findings, FirmTraits traits)
    {
        List<ClusterTie> kept = [];
        if (findings.Study.Ties is { } ties)
        {
            Dictionary<int, int> positions = PositionsOf(findings);
            Dictionary<(int From, int To), double> asked = TrustOf(findings.Study.TieReports);
            double[] general = TrustOfFirms(findings);
            HashSet<(int, int, ClusterTieKind)> seen = [];
            for (int tie = 0; tie < ties.Count; tie++)
            {
                if (ties.Values[tie] > 0 && positions.TryGetValue(ties.From[tie], out int from) && positions.TryGetValue(ties.To[tie], out int to)
                    && KindOf(ties.Kinds[tie]) is ClusterTieKind kind && seen.Add((from, to, kind)))
                {
                    kept.Add(new ClusterTie(
                        from, to, kind,
                        asked.TryGetValue((ties.From[tie], ties.To[tie]), out double told) ? told : (general[from] + general[to]) / 2));
                }
            }
        }

        return [.. kept, .. LinksOutside(findings, traits)];
    }

    /// <summary>Gives the links outside that each firm in focus tells of itself; NaN where it was not asked.</summary>
    public static double[] LinksOutside(Findings findings)
    {
        int[] named = PartiesNamed(findings);
        int[] sources = SourcesUsed(findings);
        double[] asked = MeanAnswers(findings, Constructs.ExternalOpenness);
        bool namesParties = findings.Study.Parties is not null;
        return [.. named.Select((parties, firm) => namesParties || !double.IsNaN(asked[firm]) ? Math.Max(parties, sources[firm]) : double.NaN)];
    }

    private static Dictionary<int, int> PositionsOf(Findings findings) =>
        findings.Focus.Firms.Select((firm, i) => (firm, i)).ToDictionary(pair => pair.firm, pair => pair.i);

    private static Dictionary<(int From, int To), double> TrustOf(TieReports? reports) => reports is null
        ? []
        : reports.Reports.Where(report => !double.IsNaN(report.Trust)).GroupBy(report => (report.From, report.To)).ToDictionary(
            pair => pair.Key,
            pair => (Sums.Mean([.. pair.Select(report => report.Trust)]) - LeastTrust) / (MostTrust - LeastTrust));

    // What each firm in focus says of trust in general, from 0 to 1; the mean of those that said so for the others.
    private static double[] TrustOfFirms(Findings findings)
    {
        double[] own = MeanAnswers(findings, TrustConstruct);
        double[] known = [.. own.Where(trust => !double.IsNaN(trust))];
        double mean = known.Length == 0 ? UnknownTrust : Sums.Mean(known);
        return [.. own.Select(trust => double.IsNaN(trust) ? mean : trust)];
    }

    private static double[] MeanAnswers(Findings findings, string construct)
    {
        double[] means = [.. findings.Focus.Firms.Select(_ => double.NaN)];
        if (findings.Study.Survey is { } survey)
        {
            double[][] items = [.. survey.ItemsOf(construct).Where(item => survey.Items[item].IsClosed).Select(survey.UnitAnswers)];
            Dictionary<int, int> positions = PositionsOf(findings);
            for (int row = 0; row < survey.Respondents; row++)
            {
                double[] known = [.. items.Select(item => item[row]).Where(answer => !double.IsNaN(answer))];
                if (known.Length > 0 && positions.TryGetValue(survey.Firms[row], out int position))
                {
                    means[position] = Sums.Mean(known);
                }
            }
        }

        return means;
    }

    private static IEnumerable<ClusterTie> LinksOutside(Findings findings, FirmTraits traits)
    {
        int[] named = PartiesNamed(findings);
        int[] sources = SourcesUsed(findings);
        return Enumerable.Range(0, named.Length).SelectMany(firm => Enumerable.Repeat(
            new ClusterTie(firm, firm, ClusterTieKind.External, UnknownTrust), Math.Max(named[firm], sources[traits.SourceOf(firm)])));
    }

    private static int[] PartiesNamed(Findings findings)
    {
        int[] named = new int[findings.Focus.Firms.Length];
        if (findings.Study.TieReports is { } reports)
        {
            Dictionary<int, int> positions = PositionsOf(findings);
            foreach ((int firm, int _) in reports.Reports
                .Where(report => report.Value > 0 && reports.IsParty(report.From) != reports.IsParty(report.To))
                .Select(report => reports.IsParty(report.From) ? (report.To, report.From) : (report.From, report.To))
                .Where(pair => positions.ContainsKey(pair.Item1)).Distinct())
            {
                named[positions[firm]]++;
            }
        }

        return named;
    }

    private static int[] SourcesUsed(Findings findings)
    {
        int[] used = new int[findings.Focus.Firms.Length];
        if (findings.Study.Survey is { } survey)
        {
            Dictionary<int, int> positions = PositionsOf(findings);
            foreach (double[] answers in survey.ItemsOf(Constructs.ExternalOpenness).Where(item => survey.Items[item].IsClosed).Select(survey.UnitAnswers))
            {
                for (int row = 0; row < survey.Respondents; row++)
                {
                    if (answers[row] == 1 && positions.TryGetValue(survey.Firms[row], out int position))
                    {
                        used[position]++;
                    }
                }
            }
        }

        return used;
    }

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
