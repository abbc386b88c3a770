using Karkhana.Core.Exchange;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;
using Karkhana.Learning;
using Karkhana.Replication;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Replication;

public sealed class ReplicationFolderTests
{
    private const int Firms = 120;
    private static readonly string[] Packages = ["sandwich", "clubSandwich"];

    [Theory]
    [InlineData(ErrorDependence.Independent, false)]
    [InlineData(ErrorDependence.WithinPlaces, false)]
    [InlineData(ErrorDependence.InSpace, false)]
    [InlineData(ErrorDependence.Independent, true)]
    [InlineData(ErrorDependence.WithinPlaces, true)]
    [InlineData(ErrorDependence.InSpace, true)]
    public void R_finds_what_was_found(ErrorDependence errors, bool weighted)
    {
        Assert.SkipUnless(RScripts.Has(Packages), "R with sandwich and clubSandwich is not there.");
        using ReplicationScripts folder = new();
        Write(folder, errors, weighted, synthetic: true);

        (int exit, string output) = RScripts.Run(folder.Path, "run-all.R");

        exit.ShouldBe(0, output);
        output.ShouldContain("hypotheses: 2 equations agree");
        output.ShouldContain("channel_account_EE01:");
        output.ShouldContain("moderation: 2 equations agree");
        output.ShouldContain("mediation: 2 equations agree");
        output.ShouldContain("comparison: 2 equations agree");
        output.TrimEnd().Split('\n')[^1].ShouldStartWith("largest relative difference: ");
    }

    [Fact]
    public void A_changed_number_stops_the_script()
    {
        Assert.SkipUnless(RScripts.Has(Packages), "R with sandwich and clubSandwich is not there.");
        using ReplicationScripts folder = new();
        Write(folder, ErrorDependence.Independent, weighted: false, synthetic: true);
        string script = Path.Combine(folder.Path, "hypotheses.R");
        string text = File.ReadAllText(script);
        int first = text.IndexOf("'(Intercept)' ", StringComparison.Ordinal);
        File.WriteAllText(script, text[..(first + 14)] + "9" + text[(first + 14)..].TrimStart('-'));

        (int exit, string output) = RScripts.Run(folder.Path, "hypotheses.R");

        exit.ShouldNotBe(0);
        output.ShouldContain("estimate");
    }

    [Fact]
    public void Every_file_says_synthetic_and_none_has_it_otherwise()
    {
        using ReplicationScripts folder = new();
        Write(folder, ErrorDependence.Independent, weighted: false, synthetic: true);
        string[] files = Directory.GetFiles(folder.Path);
        files.Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe([
            "README.md", "channel_account_EE01.R", "channel_account_EE01.csv", "comparison.R", "comparison.csv", "firms.csv", "hypotheses.R", "hypotheses.csv", "karkhana.R", "mediation.R", "mediation.csv",
            "moderation.R", "moderation.csv", "run-all.R", "variables.csv",
        ]);
        files.ShouldAllBe(file => File.ReadLines(file).Take(4).Any(line => line.Contains("synthetic", StringComparison.OrdinalIgnoreCase)));

        using ReplicationScripts real = new();
        Write(real, ErrorDependence.Independent, weighted: false, synthetic: false);
        File.ReadAllText(Path.Combine(real.Path, "README.md")).ShouldNotContain("SYNTHETIC");
        File.ReadLines(Path.Combine(real.Path, "firms.csv")).First().ShouldNotContain("synthetic");
    }

    [Fact]
    public void Positions_are_told_from_the_middle_of_the_sample_and_firms_are_numbered()
    {
        using ReplicationScripts folder = new();
        Write(folder, ErrorDependence.InSpace, weighted: false, synthetic: false);
        string[][] rows = [.. File.ReadLines(Path.Combine(folder.Path, "firms.csv")).Select(line => line.Split(','))];
        int x = Array.IndexOf(rows[0], "x_km");

        rows.Skip(1).Average(row => double.Parse(row[x], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(0, tolerance: 1e-9);
        rows[1][0].ShouldBe("1");
        rows.ShouldAllBe(row => !row.Contains("f0"));
        rows[0].ShouldContain("workers_log");
    }

    [Fact]
    public void Draws_come_out_the_same_again()
    {
        LearningSample sample = Sample(weighted: false);
        LearningFit fit = LearningEquations.Estimate(
            sample, new LearningEquation("effort", "effort", ["EE01", "workers_(log)"]), null, cancellationToken: TestContext.Current.CancellationToken)!;
        EquationValues once = EquationValues.Of(sample, fit);

        once.Measured.ShouldBe(["effort"]);
        once.Draws.Count.ShouldBe(fit.Pooled.Runs);
        once.Draws[3]["effort"].ShouldBe(EquationValues.Of(sample, fit).Draws[3]["effort"]);
        once.Draws[3]["effort"].ShouldNotBe(once.Draws[4]["effort"]);
    }

    [Fact]
    public void Names_that_R_cannot_read_or_needs_itself_are_changed_and_stay_apart()
    {
        NamesInR names = new();

        names.Of("workers_(log)").ShouldBe("workers_log");
        names.Of("workers_log").ShouldBe("workers_log_2");
        names.Of("if").ShouldBe("if_2");
        names.Of("3d").ShouldBe("v_3d");
        names.Of("workers_(log)").ShouldBe("workers_log");
    }

    private static void Write(ReplicationScripts folder, ErrorDependence errors, bool weighted, bool synthetic)
    {
        LearningSample sample = Sample(weighted);
        EquationOptions options = new() { Errors = errors, Draws = 5, CutoffKilometres = 20 };
        ChannelAccountResult account = ChannelAccount.Estimate(
            sample, ChannelMatrix.Default(), new ChannelAccountOptions { Equations = options, PathDraws = 100 }, cancellationToken: TestContext.Current.CancellationToken);
        LearningEquation[] equations =
        [
            new("effort", "effort", ["EE01", "EE01:EE01", "clustered"]) { AlsoKnown = ["workers_(log)"] },
            new("capability", "capability", ["EE01:clustered", "EE01", "effort", "workers_(log)", "clustered"]),
        ];
        EquationGroup group = new("hypotheses", "Equations", [.. equations.Select(
            equation => (equation.Name, LearningEquations.Estimate(sample, equation, options, cancellationToken: TestContext.Current.CancellationToken)!))], []);
        EquationGroup[] groups = [group, .. EquationGroup.All(null, account, NoHypotheses()), .. Further(sample, options)];
        folder.Write(new SampleTables(sample), groups, [], synthetic);
    }

    private static IReadOnlyList<EquationGroup> Further(LearningSample sample, EquationOptions options)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        return EquationGroup.Further(
            ClusterComparison.Estimate(
                sample,
                new ClusterComparisonOptions { Equations = options, Outcomes = ["capability"], BootstrapSamples = 19, Permutations = 19, SizeLimits = [] }, null, token),
            EffortMediation.Estimate(
                sample, new EffortMediationOptions { Equations = options, Exposures = ["EE01"], Replicates = 2000 }, null, token),
            CapacityModeration.Estimate(sample, new CapacityModerationOptions { Equations = options, Draws = 100 }, null, token),
            null);
    }

    private static HypothesisTestsResult NoHypotheses() => new([], new HypothesisOptions(), new Provenance("learning.hypotheses", "", ""));

    private static LearningSample Sample(bool weighted)
    {
        string[] ids = [.. Enumerable.Range(0, Firms).Select(firm => $"f{firm}")];
        double[] exposure = Gaussian(1);
        double[] channel = [.. exposure.Zip(Gaussian(2), (x, noise) => (0.5 * x) + noise)];
        double[] effort = [.. channel.Zip(Gaussian(3), (x, noise) => (0.5 * x) + noise)];
        double[] capability = [.. effort.Zip(Gaussian(4), (x, noise) => (0.5 * x) + noise)];
        double[] workers = Gaussian(5);
        workers[7] = double.NaN;
        double[] x = Gaussian(6);
        double[] y = Gaussian(7);
        Score Scored(string construct, double[] values, double error) => new(
            construct, values, error == 0 ? [] : [.. Enumerable.Repeat(error, Firms)], "graded", []);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. Enumerable.Range(0, Firms).Select(firm => firm % 3 != 0)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"town {firm / 9}")],
            new ExposureTable(ids, [new Exposure("EE01", exposure, [.. Enumerable.Repeat(double.NaN, Firms)], "register")]),
            new ScoreTable(ids,
            [
                Scored("capability", capability, 0), Scored("effort", effort, 0.5),
                Scored(ChannelConstruct.Of(LearningChannel.CostOfEffort), channel, 0.4), Scored("absorptive_capacity", Gaussian(10), 0.3),
            ]),
            new Dictionary<string, double[]> { ["workers_(log)"] = workers })
        {
            Points = [.. x.Zip(y, (east, north) => (500_000 + (20_000 * east), 3_500_000 + (20_000 * north)))],
            Variables = new Dictionary<string, double[]> { ["performance"] = Gaussian(9) },
            Weights = weighted ? [.. Gaussian(8).Select(value => Math.Exp(0.4 * value))] : [],
        };
    }

    private static double[] Gaussian(int replicate)
    {
        RandomStream stream = new(7, RandomPurpose.Example, replicate);
        return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
    }
}
