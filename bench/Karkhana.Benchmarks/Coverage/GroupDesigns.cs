using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Rows in groups: clustered errors, fixed effects, mixed models.</summary>
internal static class GroupDesigns
{
    private const double Slope = 0.5;
    private const string FewGroups = "few groups; below 40 the product takes cr2 with Satterthwaite's degrees, below 20 the wild bootstrap beside it";

    public static IEnumerable<CoverageDesign> All() =>
    [
        Clustered("cr1, 40 groups of 8", 40, ClusterCorrection.Cr1),
        Clustered("cr1, 8 groups of 8", 8, ClusterCorrection.Cr1) with { Known = FewGroups },
        Clustered("cr2, 40 groups of 8", 40, ClusterCorrection.Cr2),
        Clustered("cr2, 8 groups of 8", 8, ClusterCorrection.Cr2) with { Known = FewGroups },
        Clustered("cr2 with Satterthwaite's degrees, 8 groups of 8", 8, ClusterCorrection.Cr2, ClusterDegrees.Satterthwaite),
        Clustered("cr3, 8 groups of 8", 8, ClusterCorrection.Cr3) with { Careful = "few groups: cr3 leaves whole groups out, which makes it careful" },
        new("clustered errors", "wild bootstrap, all signs, 10 groups of 8", 1000, Wild),
        new("fixed effects", "iid, 40 groups of 5", 2000, stream => Absorbed(stream, FixedEffectsCovariance.Iid, 40, 0)),
        new("fixed effects", "cluster, 40 groups of 5", 2000, stream => Absorbed(stream, FixedEffectsCovariance.Cluster, 40, 1)),
        new("fixed effects", "cluster, 10 groups of 5", 2000, stream => Absorbed(stream, FixedEffectsCovariance.Cluster, 10, 1))
        {
            Known = "few groups; take cr2 or the wild bootstrap with the groups as terms",
        },
        Mixed("Satterthwaite, 20 groups of 6", 20, DegreesOfFreedom.Satterthwaite),
        Mixed("Satterthwaite, 8 groups of 6", 8, DegreesOfFreedom.Satterthwaite),
        Mixed("normal, 8 groups of 6", 8, DegreesOfFreedom.Normal) with
        {
            Known = "few groups; Satterthwaite's degrees, two lines up, hold",
        },
    ];

    private static CoverageDesign Clustered(
        string name, int groups, ClusterCorrection correction, ClusterDegrees degrees = ClusterDegrees.Clusters) => new("clustered errors", name, 2000, stream =>
        Simulated.Judge(ClusterRobustRegression.Estimate(
            Sample(groups, 8, stream),
            new ClusterRobustRegressionOptions { Model = Simulated.Model, Correction = correction, Degrees = degrees }).Coefficients, Slope));

    private static CoverageTrial Wild(RandomStream stream)
    {
        RegressionSample sample = Sample(10, 8, stream);
        WildClusterBootstrapResult test = WildClusterBootstrap.Estimate(
            sample, new WildClusterBootstrapOptions { Model = Simulated.Model, Term = Simulated.Idle });
        return new CoverageTrial(test.PValue > 0.05 ? 1 : 0, test.PValue <= 0.05 ? 1 : 0); // the interval inverts the test: it holds zero when the test keeps it
    }

    // Regressors and errors share a part within groups, the case that plain errors get wrong.
    private static RegressionSample Sample(int groups, int size, RandomStream stream)
    {
        int[] codes = Simulated.Groups(groups, size);
        Simulated data = Simulated.Grouped(codes, 0.4, stream);
        double[] errors = Simulated.WithGroups(codes, 0.3, stream);
        return data.Sample(row => (Slope * data.First[row]) + errors[row]) with { Clusters = [Names(codes)] };
    }

    private static CoverageTrial Absorbed(RandomStream stream, FixedEffectsCovariance covariance, int groups, double trend)
    {
        const int Size = 5;
        int[] codes = Simulated.Groups(groups, Size);
        Simulated data = Simulated.Grouped(codes, 0.3, stream);
        double[] effects = Simulated.Normal(groups, stream);
        double[] trends = Simulated.Normal(groups, stream); // errors that drift within a group are correlated there
        RegressionSample sample = data.Sample(row => (Slope * data.First[row]) + effects[codes[row]]
            + (trend * 0.3 * trends[codes[row]] * ((row % Size) - 2)) + stream.NextGaussian()) with
        {
            Absorb = [Grouping.Of(codes)],
            Clusters = covariance == FixedEffectsCovariance.Cluster ? [Names(codes)] : [],
        };
        return Simulated.Judge(FixedEffectsRegression.Estimate(
            sample, new FixedEffectsRegressionOptions { Model = Simulated.Model, Covariance = covariance }).Coefficients, Slope);
    }

    private static CoverageDesign Mixed(string name, int groups, DegreesOfFreedom degrees) => new("mixed model", name, 1000, stream =>
    {
        const int Size = 6;
        int[] codes = Simulated.Groups(groups, Size);
        Simulated data = Simulated.Grouped(codes, 1, stream); // both are told once per group
        double[] errors = Simulated.WithGroups(codes, 0.3, stream);
        MultilevelSample sample = new(
            data.Sample(row => (Slope * data.First[row]) + errors[row]), new Dictionary<string, Grouping> { ["town"] = Grouping.Of(codes) });
        return Simulated.Judge(LinearMixedModel.Estimate(sample, new LinearMixedModelOptions
        {
            Model = Simulated.Model,
            Random = [new RandomTerms { Group = "town" }],
            DegreesOfFreedom = degrees,
        }).Coefficients, Slope);
    });

    private static string[] Names(int[] codes) => [.. codes.Select(code => FormattableString.Invariant($"g{code}"))];
}
