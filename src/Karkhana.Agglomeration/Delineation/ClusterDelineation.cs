using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Data.Studies;
using Karkhana.Methods.Spatial;

namespace Karkhana.Agglomeration;

/// <summary>Draws the clusters of an industry on the map, says how firm they are and sums each up.</summary>
public static class ClusterDelineation
{
    private const string Source =
        "Ester, Kriegel, Sander & Xu 1996, KDD-96:226-231; Campello, Moulavi & Sander 2013, doi:10.1007/978-3-642-37456-2_14; Kulldorff 1997, doi:10.1080/03610929708831995; Hennig 2007, doi:10.1016/j.csda.2006.11.025";

    /// <summary>Finds the clusters of the firms of a sample.</summary>
    /// <remarks>
    /// Clusters: DBSCAN or HDBSCAN on the places of the sample. Stability: the membership of each cluster against its best
    /// match among the DBSCAN clusters at each radius of a grid, |A ∩ B|/|A ∪ B|; a mean below 0.6 is flagged. The grid
    /// holds the radius itself, where the overlap is 1. Specialisation: the share of the sample among the establishments
    /// inside the convex hull of the cluster, over its share in the register. Test: as many establishments as the sample
    /// are drawn from the register, clustered in the same way, and the most unlikely cluster kept (log-likelihood ratio of
    /// more of the industry inside the hull than outside); p = (1 + draws that reach the cluster's own ratio)/(1 + S). So
    /// p allows for having looked for clusters; it is corrected once more over the clusters (Benjamini and Hochberg), which
    /// is on the safe side. Growth counts firms that are still in the register: those that closed are not seen. Clusters
    /// below five firms are counted and not shown. Firms on one spot are a cluster for DBSCAN when they are enough.
    /// Cost: S times the clustering and the establishments inside the hulls.
    /// Source: framework 1.4.6; Kulldorff 1997, doi:10.1080/03610929708831995 (ratio); Hennig 2007,
    /// doi:10.1016/j.csda.2006.11.025 (overlap).
    /// </remarks>
    /// <param name="firms">The register: all establishments to compare with.</param>
    /// <param name="sample">Positions of the firms of one industry or product group, each once; may be empty.</param>
    /// <param name="options">Method, radius, density, test.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between draws.</param>
    /// <returns>The clusters, largest first.</returns>
    public static ClusterDelineationResult Estimate(
        FirmRegister firms,
        IReadOnlyList<int> sample,
        ClusterDelineationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firms);
        options ??= new ClusterDelineationOptions();
        bool[] isIndustry = Members(firms, sample);
        Check(firms, options);
        int[][] groups = [];
        double[][] overlaps = [];
        if (sample.Count > 0)
        {
            PointPattern places = new() { X = [.. sample.Select(firm => firms.X[firm])], Y = [.. sample.Select(firm => firms.Y[firm])] };
            groups = ClusterSearch.Groups(ClusterSearch.Labels(places, options, cancellationToken));
            overlaps = [.. options.StabilityRadii.Select(radius => ClusterSearch.Overlaps(
                groups, ClusterSearch.LabelsWithin(places, radius, options.LeastFirms, cancellationToken)))];
        }

        int[] membership = new int[sample.Count];
        for (int cluster = 0; cluster < groups.Length; cluster++)
        {
            foreach (int i in groups[cluster])
            {
                membership[i] = cluster + 1;
            }
        }

        int[][] members = [.. groups.Select(group => group.Select(i => sample[i]).ToArray())];
        ClusterSummary summary = new(firms, isIndustry, sample.Count, options);
        DelineatedCluster[] clusters = members.Length == 0
            ? []
            : Corrected([.. members.Select((own, i) => summary.Of(i + 1, own, [.. overlaps.Select(radius => radius[i])]))], summary, sample.Count, options, execution, cancellationToken);
        return new ClusterDelineationResult
        {
            Clusters = clusters,
            Membership = membership,
            Sample = [.. sample],
            OutsideEmployment = ClusterSummary.EmploymentOf(firms, sample.Where((_, i) => membership[i] == 0)),
            Options = options,
            Notes = [.. Notes(firms, sample.Count, clusters, options)],
            Provenance = new Provenance(
                "agglomeration.cluster-delineation",
                FormattableString.Invariant($"method = {options.Method}, radius_kilometres = {options.RadiusKilometres}, least_firms = {options.LeastFirms}, replicates = {options.Replicates}, alpha = {options.Alpha}"),
                Source,
                options.Seed),
        };
    }

    /// <summary>Checks the sample and flags its firms.</summary>
    internal static bool[] Members(FirmRegister firms, IReadOnlyList<int> sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        bool[] members = new bool[firms.Count];
        foreach (int firm in sample)
        {
            Require.Between(firm, 0, firms.Count - 1, nameof(sample));
            Require.That(!members[firm], nameof(sample), members[firm] ? $"must name each firm once; {firms.Ids[firm]} came again" : "");
            members[firm] = true;
        }

        return members;
    }

    private static void Check(FirmRegister firms, ClusterDelineationOptions options)
    {
        Require.That(options.StabilityRadii.Count > 0, nameof(options.StabilityRadii), "must have at least one radius; it was empty");
        foreach (double radius in options.StabilityRadii)
        {
            Require.Positive(radius, nameof(options.StabilityRadii));
        }

        if (options.Earlier is EarlierState earlier)
        {
            foreach (IReadOnlyList<double> column in new[] { earlier.Employment, earlier.FoundingYears }.Where(column => column.Count > 0))
            {
                Require.SameLength(firms.Count, column.Count, nameof(options.Earlier));
            }
        }
    }

    private static DelineatedCluster[] Corrected(
        DelineatedCluster[] clusters, ClusterSummary summary, int size, ClusterDelineationOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (size == summary.Area.Total)
        {
            return clusters; // nothing to compare with
        }

        ReplicateRows greatest = ReplicateEngine.Local.Execute(
            new ClusterLabellingJob(summary.Firms, summary.Area, size, options), execution, cancellationToken);
        double[] pValues = [.. clusters.Select(cluster => PermutationPValue.Of(
            summary.Area.LogLikelihoodRatio(cluster.Establishments, cluster.IndustryInside, size), greatest.Values, Alternative.Greater))];
        double[] qValues = MultipleTesting.BenjaminiHochberg(pValues);
        return [.. clusters.Select((cluster, i) => cluster with { PValue = pValues[i], QValue = qValues[i] })];
    }

    private static IEnumerable<Note> Notes(
        FirmRegister firms, int size, DelineatedCluster[] clusters, ClusterDelineationOptions options)
    {
        if (clusters.Length == 0)
        {
            yield return new Note("no-clusters", Severity.Information, FormattableString.Invariant($"No {options.LeastFirms} of the {size} firms stand close enough to make a cluster."));
        }

        if (size == firms.Count && size > 0)
        {
            yield return new Note("no-comparison", Severity.Warning, "All establishments of the register are of this industry: there is nothing to compare with, so specialisation and significance are missing.");
        }

        int hidden = clusters.Count(cluster => cluster.Hidden);
        if (hidden > 0)
        {
            yield return new Note("small-clusters", Severity.Information, FormattableString.Invariant($"{hidden} clusters have fewer than five firms and are not shown."));
        }

        if (options.Earlier is not null)
        {
            yield return new Note("survivors", Severity.Warning, "Growth counts firms that are still in the register: those that closed since are not seen, so growth is overstated.");
        }
    }
}
