using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Rules on the reports of one layer.</summary>
internal static class Layers
{
    /// <summary>Refuses reports of several kinds or waves: layers are kept apart.</summary>
    public static void RequireOne(TieReports reports)
    {
        IReadOnlyList<string> kinds = reports.Kinds;
        Require.That(
            kinds.Count <= 1, nameof(reports), $"must be of one kind of tie; it had {string.Join(", ", kinds)}");
        IReadOnlyList<int> waves = reports.Waves;
        Require.That(waves.Count <= 1, nameof(reports), $"must be of one wave; it had {string.Join(", ", waves)}");
    }

    /// <summary>Says of each firm whether it answered: those listed, and those that report a tie.</summary>
    public static bool[] Respondents(TieReports reports, IReadOnlyList<int>? listed)
    {
        bool[] answered = new bool[reports.FirmIds.Count];
        foreach (int firm in listed ?? [])
        {
            answered[Require.Between(firm, 0, answered.Length - 1, "respondents")] = true;
        }

        foreach (TieReport report in reports.Reports)
        {
            foreach (int reporter in Reporters(reports, report))
            {
                answered[reporter] = true;
            }
        }

        return answered;
    }

    /// <summary>Gives the firms that told of a tie; none when the study does not say.</summary>
    public static IEnumerable<int> Reporters(TieReports reports, TieReport report)
    {
        if (report.Reporter is TieReporter.From or TieReporter.Both && !reports.IsParty(report.From))
        {
            yield return report.From;
        }

        if (report.Reporter is TieReporter.To or TieReporter.Both && !reports.IsParty(report.To))
        {
            yield return report.To;
        }
    }
}
