using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Data.Studies;
using Karkhana.Policy;

namespace Karkhana.Diagnosis;

/// <summary>The firms whose exposure the advice compares: those of the cluster, and those that the study sets against them.</summary>
internal static class ExposureComparison
{
    /// <summary>Estimates the gaps of exposure.</summary>
    /// <returns>The gaps; null where the study names nobody to compare with and has no dispersed or no clustered firms.</returns>
    /// <exception cref="StudyException">The study names a comparison that leaves one of the two sides without firms.</exception>
    public static ExposureGapsResult? Gaps(Study study, Focus focus, LocationFindings location, ExposureTable exposures, ulong seed)
    {
        (int[] cluster, int[] comparison) = Sides(study, focus, location.Clusters.Membership);
        if (cluster.Length > 0 && comparison.Length > 0)
        {
            return ExposureGaps.Estimate(
                new ExposureGapSample { Exposures = exposures, Cluster = cluster, Comparison = comparison, All = focus.Firms, Places = study.Firms.Places }, seed);
        }

        return study.Settings.Comparison.Set == ComparisonSet.Dispersed ? null : throw Refusal(study.Settings.Comparison, cluster.Length);
    }

    /// <summary>Gives the firms of either side.</summary>
    /// <param name="study">The study.</param>
    /// <param name="focus">The firms of the industry.</param>
    /// <param name="membership">The cluster of each of them that the diagnosis found, 0 for none.</param>
    public static (int[] Cluster, int[] Comparison) Sides(Study study, Focus focus, IReadOnlyList<int> membership)
    {
        ComparisonFirms asked = study.Settings.Comparison;
        switch (asked.Set)
        {
            case ComparisonSet.Places:
                HashSet<string> named = [.. asked.Places];
                return (
                    [.. focus.ClusteredFirms.Where(firm => !named.Contains(study.Firms.Places[firm]))],
                    [.. focus.Firms.Where(firm => named.Contains(study.Firms.Places[firm]))]);
            case ComparisonSet.Clusters:
                int own = MostSurveyed(study, focus, membership);
                return (
                    [.. focus.Firms.Where((_, i) => own > 0 && membership[i] == own)],
                    [.. focus.Firms.Where((_, i) => membership[i] > 0 && membership[i] != own)]);
            default:
                return (focus.ClusteredFirms, focus.DispersedFirms);
        }
    }

    // The largest of clusters with as many surveyed firms has the lowest number; 0 without any cluster.
    private static int MostSurveyed(Study study, Focus focus, IReadOnlyList<int> membership)
    {
        HashSet<int> surveyed = [.. study.Survey?.Firms ?? []];
        return Enumerable.Range(0, membership.Count).Where(i => membership[i] > 0).GroupBy(i => membership[i])
            .OrderByDescending(cluster => cluster.Count(i => surveyed.Contains(focus.Firms[i]))).ThenBy(cluster => cluster.Key)
            .FirstOrDefault()?.Key ?? 0;
    }

    private static StudyException Refusal(ComparisonFirms asked, int cluster)
    {
        (string expected, string found) = asked.Set == ComparisonSet.Clusters
            ? ("two clusters of the industry or more", cluster == 0 ? "none" : "one")
            : cluster == 0
                ? ("clustered firms of the industry outside the places to compare with", "none")
                : ("firms of the industry in the places to compare with", "none");
        return new StudyException(
        [
            new DataProblem(
                Severity.Error, "empty-comparison", "study.toml", null, asked.Set == ComparisonSet.Places ? "policy.places" : "policy.comparison", expected, found,
                "Name other places, or leave [policy] out to compare with dispersed firms."),
        ]);
    }
}
