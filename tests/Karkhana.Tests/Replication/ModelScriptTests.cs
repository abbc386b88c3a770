using Karkhana.Core.Exchange;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Karkhana.Methods.Networks;
using Karkhana.Replication;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Replication;

/// <summary>The scripts of models beyond equations, run in R with the packages that they use and without. All data are synthetic.</summary>
public sealed class ModelScriptTests
{
    private const int Firms = 240;

    [Theory]
    [InlineData(30, "effort", 0.5, true)]
    [InlineData(30, null, 0.5, false)]
    [InlineData(14, null, 0.5, true)]
    [InlineData(14, "effort", 0, true)]
    [InlineData(14, "effort", 0, false)]
    [InlineData(30, "effort", 0.5, false)]
    [InlineData(14, null, 0.5, false)]
    [InlineData(6, null, 0.5, true)]
    public void R_finds_the_slopes_within_and_between_places(int places, string? slope, double error, bool packages)
    {
        SampleTables tables = new(Sample(places, error));
        MultilevelEquation equation = new("capability", "capability", ["effort", "EE01", "workers_(log)"])
        {
            Products = [new CrossLevelProduct("effort", "EE01")],
            Slope = slope,
        };
        MultilevelModelResult found = MultilevelModel.Estimate(tables.Sample, equation, new EquationOptions { Draws = 4 }, TestContext.Current.CancellationToken)!;

        Agrees(tables, MultilevelScript.Of(tables, [found]), "multilevel: 1 equation agrees", packages);
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.5, false)]
    [InlineData(0, true)]
    public void R_finds_the_odds_of_roles(double error, bool packages)
    {
        SampleTables tables = new(Sample(12, error));
        FirmRoles roles = new(
            [.. Gaussian(40).Select((value, firm) => firm % 50 == 0 ? null : value > 0.5 ? "absorber" : value > -0.3 ? "external_star" : "isolate")],
            new Dictionary<string, double[]>());
        string[] traits = ["effort", "workers_(log)"];
        RoleDeterminantsResult found = RoleDeterminants.Estimate(tables.Sample, roles, traits, new EquationOptions { Draws = 4 }, TestContext.Current.CancellationToken);

        Agrees(tables, RoleScript.Of(tables, roles, traits, found), "role_determinants: 1 multinomial logit agrees", packages);
    }

    [Fact]
    public void R_finds_what_goes_with_ties_in_places_with_other_terms_each()
    {
        KnowledgeTieSample one = Pairs(30, 0);
        KnowledgeTieSample other = Pairs(25, 100) with { AbsorptiveCapacity = [double.NaN, .. Gaussian(51).Take(24)], Layers = [] };
        KnowledgeTieOptions options = new() { Permutations = 19 };

        Agrees(null, TieScript.Of([.. new[] { ("Old town", one), ("a \"new\" one", other) }.Select(place => (
            place.Item1, place.Item2, KnowledgeTies.Estimate(place.Item2, options, null, TestContext.Current.CancellationToken)))]), "knowledge_ties: 2 logits agree", packages: true);
    }

    [Theory]
    [InlineData(1, 3, PeerDirection.Givers, true)]
    [InlineData(1, 12, PeerDirection.Either, false)]
    [InlineData(5, 3, PeerDirection.Receivers, true)]
    [InlineData(5, 40, PeerDirection.Givers, false)]
    [InlineData(5, 12, PeerDirection.Givers, true)]
    public void R_finds_what_goes_with_peers(int parts, int places, PeerDirection direction, bool packages)
    {
        LearningSample sample = Sample(places, 0);
        RandomStream stream = new(7, RandomPurpose.Example, 500);
        int size = (Firms - 2) / parts; // two firms are tied to nobody
        Graph ties = Graph.Of(SampleIds(), Enumerable.Range(0, size * parts).SelectMany(firm => Enumerable.Range(0, 3).Select(_ =>
            (From: firm, To: (firm / size * size) + stream.NextInt(size))).Where(tie => tie.From != tie.To)).Distinct().Select(tie => (tie.From, tie.To, 1.0)));
        PeerNetworkSample network = new(ties, 1) { Direction = direction };
        LearningEquation equation = new("peers", "capability", ["effort", "EE01", "EE01:EE01"]) { AlsoKnown = ["workers_(log)"] };
        PeerEffectsReport found = PeerEffects.Estimate(sample, network, equation, cancellationToken: TestContext.Current.CancellationToken);

        found.Refusal.ShouldBe(PeerRefusal.None, found.Words);
        found.Regression!.Rank.ShouldBe(parts == 1 ? 3 : 4);
        Agrees(null, PeerScript.Of(sample, network, equation, found), "peer_effects: 1 regression agrees", packages);
    }

    [Fact]
    public void R_finds_growth_and_entry_with_rows_that_say_nothing()
    {
        ClusterGrowthRows growth = Rows(entries: false);
        ClusterGrowthRows entry = Rows(entries: true);
        ClusterGrowthResult found = ClusterGrowth.Estimate(growth, entry, cancellationToken: TestContext.Current.CancellationToken);

        found.GrowthRows.ShouldBeLessThan(growth.Outcome.Count);
        found.EntryRows.ShouldBeLessThan(entry.Outcome.Count);
        Agrees(null, GrowthScript.Of(found, growth, entry), "cluster_growth: 2 models agree", packages: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void R_finds_innovations_of_regions(bool industries)
    {
        RandomStream stream = new(7, RandomPurpose.Example, 700);
        int[] rows = [.. Enumerable.Range(0, 90)];
        KnowledgeProductionSample sample = new(
            [.. rows.Select(row => $"r{row % 30}")],
            [.. rows.Select(row => row / 30 == 2 && row % 3 == 0 ? 0 : Math.Floor(Math.Exp(1.5 * stream.NextDouble())))],
            new Dictionary<string, IReadOnlyList<double>>
            {
                ["research (public)"] = [.. rows.Select(row => 1.0 + (row * 13 % 23))],
                ["university"] = [.. rows.Select(row => (double)(row * row * 7 % 11))],
            })
        {
            Industries = industries ? [.. rows.Select(row => $"i{row / 30}")] : null,
        };
        KnowledgeProductionResult found = KnowledgeProduction.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);

        Agrees(null, GrowthScript.Of(found, sample), "knowledge_production: 2 models agree", packages: true);
    }

    [Theory]
    [InlineData(24, 0.5)]
    [InlineData(2, 0)]
    public void R_finds_the_differences_of_firms_that_are_alike(int places, double error)
    {
        SampleTables tables = new(Sample(places, error));
        ClusterComparisonOptions options = new()
        {
            Equations = new EquationOptions { Draws = 3, Errors = ErrorDependence.Independent },
            Outcomes = ["capability", "effort"],
            BootstrapSamples = 19,
            Permutations = 19,
            SizeLimits = [],
        };
        ClusterComparisonResult found = ClusterComparison.Estimate(tables.Sample, options, null, TestContext.Current.CancellationToken);
        EquationGroup group = EquationGroup.Further(
            found, EffortMediation.Estimate(tables.Sample, new EffortMediationOptions { Exposures = [] }, null, TestContext.Current.CancellationToken),
            CapacityModeration.Estimate(tables.Sample, new CapacityModerationOptions { Equations = options.Equations, Draws = 100 }, null, TestContext.Current.CancellationToken), null)
            .First(own => own.Comparison is not null);

        found.Find("capability", "all", ComparisonEstimator.AugmentedWeighting)!.Gap.ShouldNotBeNull();
        Agrees(tables, MatchingScript.Of(tables, found, group), "matching: 2 comparisons agree", packages: true, [group]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void R_finds_whether_residuals_of_neighbours_go_together(bool packages)
    {
        SampleTables tables = new(Sample(12, 0.5));
        LearningFit[] fits = [.. new[] { new LearningEquation("effort", "effort", ["EE01", "EE01:EE01"]), new LearningEquation("capability", "capability", ["effort", "workers_(log)"]) }
            .Select(equation => LearningEquations.Estimate(tables.Sample, equation, new EquationOptions { Draws = 3 }, cancellationToken: TestContext.Current.CancellationToken)!)];
        foreach (LearningFit fit in fits)
        {
            tables.Add(EquationValues.Of(tables.Sample, fit));
        }

        ResidualDependenceResult found = ResidualDependence.Estimate(tables.Sample, fits, null, TestContext.Current.CancellationToken);

        Agrees(tables, ResidualScript.Of(tables, found, fits), "residual_dependence: 2 tests agree", packages);
    }

    [Fact]
    public void A_model_that_was_not_estimated_has_no_script_and_the_readme_says_why()
    {
        LearningSample sample = Sample(12, 0);
        SampleTables tables = new(sample);
        Graph none = Graph.Of(SampleIds(), []);
        LearningEquation equation = new("peers", "capability", ["effort"]);
        PeerEffectsReport refused = PeerEffects.Estimate(sample, new PeerNetworkSample(none, 0.5), equation, cancellationToken: TestContext.Current.CancellationToken);
        ModelScript[] models =
        [
            MultilevelScript.Of(tables, []), MatchingScript.Of(tables, null, null), RoleScript.Of(tables, null), TieScript.Of([]),
            PeerScript.Of(sample, new PeerNetworkSample(none, 0.5), equation, refused), .. GrowthScript.Of(null),
            GrowthScript.Of(ClusterGrowth.Estimate(Rows(entries: false), null, cancellationToken: TestContext.Current.CancellationToken), Rows(entries: false), null),
        ];

        using ReplicationScripts folder = new();
        folder.Write(tables, [], models);

        models.SkipLast(1).ShouldAllBe(model => model.Body.Length == 0 && model.Files.Count == 0 && model.Reason.Length > 0);
        Directory.GetFiles(folder.Path, "*.R").Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["cluster_growth.R", "karkhana.R", "run-all.R"]);
        string readme = File.ReadAllText(Path.Combine(folder.Path, "README.md"));
        readme.ShouldContain("| `cluster_growth.R` |");
        readme.ShouldContain("| Whether firms take after those they learn from | We cannot tell whether firms take after their peers: 50 %");
        readme.ShouldContain("| Slopes among firms of one place and among places | too few firms, or one place only |");
    }

    [Fact]
    public void Without_any_estimate_nothing_is_written()
    {
        using ReplicationScripts folder = new();

        folder.Write(new SampleTables(Sample(12, 0)), [], [RoleScript.Of(new SampleTables(Sample(12, 0)), null)]);

        Directory.Exists(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void Files_of_models_hold_no_ids()
    {
        LearningSample sample = Sample(12, 0);
        ClusterGrowthRows rows = Rows(entries: false);
        ModelScript growth = GrowthScript.Of(ClusterGrowth.Estimate(rows, null, cancellationToken: TestContext.Current.CancellationToken), rows, null);
        ModelScript ties = TieScript.Of([("p", Pairs(30, 0), KnowledgeTies.Estimate(Pairs(30, 0), new KnowledgeTieOptions { Permutations = 19 }, null, TestContext.Current.CancellationToken))]);
        using ReplicationScripts folder = new();

        folder.Write(new SampleTables(sample), [], [growth, ties]);

        Directory.GetFiles(folder.Path, "*.csv").ShouldAllBe(file => !File.ReadAllText(file).Contains("secret", StringComparison.Ordinal));
    }

    private static void Agrees(SampleTables? tables, ModelScript script, string last, bool packages, IReadOnlyList<EquationGroup>? groups = null)
    {
        Assert.SkipUnless(RScripts.Has(), "R is not there.");
        script.Reason.ShouldBeEmpty();
        using ReplicationScripts folder = new();
        folder.Write(tables, groups ?? [], [script]);

        (int exit, string output) = RScripts.Run(folder.Path, packages, $"{script.Name}.R");

        exit.ShouldBe(0, output);
        output.ShouldContain(last);
        output.TrimEnd().Split('\n')[^1].ShouldStartWith("largest relative difference: ");
    }

    private static LearningSample Sample(int places, double error)
    {
        string[] ids = SampleIds();
        double[] exposure = Gaussian(1);
        double[] common = Gaussian(20);
        double[] effort = [.. exposure.Zip(Gaussian(3), (x, noise) => (0.5 * x) + noise)];
        double[] slopes = Gaussian(21);
        double[] capability = [.. effort.Select((value, firm) => ((0.5 + (0.4 * slopes[firm % places])) * value) + (0.6 * common[firm % places]) + Gaussian(4)[firm])];
        double[] workers = Gaussian(5);
        workers[7] = double.NaN;
        (double[] x, double[] y) = (Gaussian(6), Gaussian(7));
        double[] status = Gaussian(8);
        Score Scored(string construct, double[] values) => new(construct, values, error == 0 ? [] : [.. Enumerable.Repeat(error, Firms)], "graded", []);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. status.Select((value, firm) => places < 8 ? firm % 2 == 0 : firm % places < places / 2)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"town {firm % places}")],
            new ExposureTable(ids, [new Exposure("EE01", exposure, [.. Enumerable.Repeat(double.NaN, Firms)], "register")]),
            new ScoreTable(ids, [Scored("capability", capability), Scored("effort", effort), Scored("absorptive_capacity", Gaussian(10))]),
            new Dictionary<string, double[]> { ["workers_(log)"] = workers })
        {
            Points = [.. x.Zip(y, (east, north) => (500_000 + (20_000 * east), 3_500_000 + (20_000 * north)))],
        };
    }

    private static string[] SampleIds() => [.. Enumerable.Range(0, Firms).Select(firm => $"secret {firm}")];

    private static KnowledgeTieSample Pairs(int firms, int replicate)
    {
        RandomStream stream = new(7, RandomPurpose.Example, 600 + replicate);
        string[] ids = [.. Enumerable.Range(0, firms).Select(firm => $"secret {firm}")];
        DyadMatrix Of(Func<int, int, double> value) => DyadMatrix.Of(ids, [.. Enumerable.Range(0, firms * firms).Select(cell => value(cell / firms, cell % firms))]);
        return new KnowledgeTieSample(Of((_, _) => stream.NextDouble() < 0.3 ? 1 : 0))
        {
            AbsorptiveCapacity = [.. Gaussian(50 + replicate).Take(firms)],
            Subsectors = [.. Enumerable.Range(0, firms).Select(firm => firm * 5 % 11 < 5 ? "threshers" : "ploughs")],
            Layers = [("distance (km)", Of((i, j) => Math.Abs(i - j) * 0.1)), ("kinship", Of((i, j) => i % 7 == j % 7 ? 1 : 0))],
        };
    }

    // Synthetic: 30 units in ten places over four periods; some units are there once only, and one has no entries ever.
    private static ClusterGrowthRows Rows(bool entries)
    {
        RandomStream stream = new(7, RandomPurpose.Example, 800);
        (int Unit, int Period, int Place)[] cells = entries
            ? [.. from unit in Enumerable.Range(0, 5) from period in Enumerable.Range(0, 4) from place in Enumerable.Range(0, 10) select (unit, period, place)]
            : [.. from unit in Enumerable.Range(0, 30) from period in Enumerable.Range(0, unit < 4 ? 1 : 4) select (unit, period, unit % 10)];
        double[] own = [.. cells.Select(cell => (double)(((cell.Unit * 13) + (cell.Period * 29) + (cell.Unit * cell.Period * 5) + cell.Place) % 23))];
        double[] other = [.. cells.Select(cell => 5.0 + (((cell.Unit * 7) + (cell.Period * 17) + (cell.Unit * cell.Period * 3) + (2 * cell.Place)) % 31))];
        return new ClusterGrowthRows(
            [.. cells.Select(cell => $"secret unit {cell.Unit}")], [.. cells.Select(cell => $"secret place {cell.Place}")], [.. cells.Select(cell => 2000.0 + cell.Period)],
            [.. cells.Select(cell => entries ? cell.Unit == 0 ? 0 : Math.Floor(4 * stream.NextDouble()) : Math.Exp(stream.NextGaussian()))], own, other);
    }

    private static double[] Gaussian(int replicate)
    {
        RandomStream stream = new(7, RandomPurpose.Example, replicate);
        return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
    }
}
