using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class MakeOrBuyTests
{
    private const int Firms = 400;
    private static readonly string[] Processes = ["casting", "forging", "painting"];

    [Fact]
    public void The_planted_association_is_found_for_all_processes_and_for_each()
    {
        MakeOrBuyResult result = Estimate(Planted(-0.8));

        result.All.Process.ShouldBe("all processes");
        result.All.Verdict.ShouldBe(Verdict.Supported);
        result.All.Slope!.ConfidenceLow[0].ShouldBeLessThan(-0.8);
        result.All.Slope.ConfidenceHigh[0].ShouldBeGreaterThan(-0.8);
        result.Processes.Skip(1).Select(row => row.Process).ShouldBe(Processes);
        result.Processes.Skip(1).ShouldAllBe(row => row.Verdict == Verdict.Supported && row.MarginalEffect < 0);
        result.Processes.Skip(1).ShouldAllBe(row => row.AdjustedPValue >= row.Slope!.PValues[0]);
        Estimate(Planted(0.8)).All.Verdict.ShouldBe(Verdict.NotSupported);
    }

    [Fact]
    public void Without_an_association_we_cannot_tell()
    {
        MakeOrBuyResult result = Estimate(Planted(0));

        result.All.Verdict.ShouldBe(Verdict.CannotTell);
        result.Notes.ShouldContain(note => note.Code == "association" && note.Text.Contains("expected sign below 0"));
    }

    [Fact]
    public void A_process_by_itself_is_the_logit_with_errors_by_place()
    {
        MakeOrBuySample sample = Planted(-0.5);
        int[] needing = [.. Enumerable.Range(0, Firms).Where(firm => !double.IsNaN(sample.Bought["casting"][firm]))];
        double[] quality = Standard.Scores(sample.Quality);
        double[] size = Standard.Scores(sample.Controls["workers"]);
        BinaryRegressionResult direct = BinaryRegression.Estimate(
            new RegressionSample(Table.Of(
                "t", Column.Of("y", needing.Select(firm => sample.Bought["casting"][firm])), Column.Of("q", needing.Select(firm => quality[firm])), Column.Of("w", needing.Select(firm => size[firm]))))
            {
                Clusters = [[.. needing.Select(firm => sample.Places[firm])]],
            },
            new BinaryRegressionOptions { Model = new ModelSpecification { Outcome = "y", Terms = ["q", "w"] }, Covariance = BinaryCovariance.Cluster },
            cancellationToken: TestContext.Current.CancellationToken);

        ProcessPurchase casting = Estimate(sample).Processes.Single(row => row.Process == "casting");

        casting.Firms.ShouldBe(needing.Length);
        casting.Slope!.Estimates[0].ShouldBe(direct.Coefficients.Estimates[1]);
        casting.Slope.StandardErrors[0].ShouldBe(direct.Coefficients.StandardErrors[1]);
        casting.Slope.DegreesOfFreedom[0].ShouldBe(24);
        casting.MarginalEffect.ShouldBe(direct.AverageMarginalEffects[1]);
    }

    [Fact]
    public void With_few_places_errors_are_those_of_firms_and_a_note_says_so()
    {
        MakeOrBuySample sample = Planted(-0.8);
        MakeOrBuyResult few = Estimate(sample with { Places = [.. sample.Places.Select((_, firm) => $"town {firm % 3}")] });
        MakeOrBuyResult some = Estimate(sample with { Places = [.. sample.Places.Select((_, firm) => $"town {firm % 9}")] });

        few.All.Places.ShouldBe(0);
        few.All.Slope!.Estimates[0].ShouldBe(Estimate(sample).All.Slope!.Estimates[0]);
        few.Notes.ShouldContain(note => note.Code == "errors-of-firms");
        some.All.Places.ShouldBe(9);
        some.Notes.ShouldContain(note => note.Code == "few-places");
    }

    [Fact]
    public void Units_and_order_of_firms_change_nothing()
    {
        MakeOrBuySample sample = Planted(-0.5);
        int[] order = [.. Enumerable.Range(0, Firms).Reverse()];
        T[] Turned<T>(IReadOnlyList<T> values) => [.. order.Select(firm => values[firm])];
        MakeOrBuySample other = new(
            Turned(sample.Firms), Turned(sample.Places), sample.Bought.ToDictionary(own => own.Key, own => Turned(own.Value)), [.. Turned(sample.Quality).Select(share => 100 * share)])
        {
            Controls = sample.Controls.ToDictionary(own => own.Key, own => Turned(own.Value)),
        };

        Estimate(other).All.Slope!.Estimates[0].ShouldBe(Estimate(sample).All.Slope!.Estimates[0], tolerance: 1e-9);
        Estimate(other).All.Slope!.StandardErrors[0].ShouldBe(Estimate(sample).All.Slope!.StandardErrors[0], tolerance: 1e-9);
    }

    [Fact]
    public void A_process_that_hardly_anybody_buys_and_one_that_quality_parts_have_a_reason()
    {
        MakeOrBuySample sample = Planted(-0.5);
        double[] quality = [.. sample.Quality];
        double middle = quality.Order().ElementAt(Firms / 2);
        MakeOrBuyResult result = Estimate(sample with
        {
            Bought = new Dictionary<string, double[]>
            {
                ["assembly"] = [.. quality.Select((_, firm) => firm < 3 ? 1.0 : 0)],
                ["polishing"] = [.. quality.Select(share => share < middle ? 1.0 : 0)],
            },
        });

        result.Processes.Single(row => row.Process == "assembly").Reason!.ShouldContain("5 of each");
        result.Processes.Single(row => row.Process == "polishing").Reason!.ShouldContain("without error");
        result.Processes.ShouldAllBe(row => row.Slope != null || row.Verdict == Verdict.CannotTell);
        result.ToTable().RowCount.ShouldBe(3);
    }

    [Fact]
    public void A_process_that_all_buy_changes_no_slope_and_counts_among_what_is_bought()
    {
        MakeOrBuySample sample = Planted(-0.5);
        MakeOrBuySample With(string process, double answer) => sample with { Bought = new Dictionary<string, double[]>(sample.Bought) { [process] = [.. sample.Quality.Select(_ => answer)] } };
        ProcessPurchase without = Estimate(sample).All;

        foreach ((string process, double answer) in new[] { ("annealing", 1.0), ("welding", 1.0), ("annealing", 0) }) // first by name is the base
        {
            MakeOrBuyResult result = Estimate(With(process, answer));

            result.All.Slope!.Estimates[0].ShouldBe(without.Slope!.Estimates[0]);
            result.All.Slope.StandardErrors[0].ShouldBe(without.Slope.StandardErrors[0]);
            (answer == 1 ? result.All.ShareBought > without.ShareBought : result.All.ShareBought < without.ShareBought).ShouldBeTrue();
            result.Processes.Single(row => row.Process == process).Reason!.ShouldContain("5 of each");
        }
    }

    [Fact]
    public void What_does_not_vary_has_no_slope_and_a_control_of_that_kind_takes_no_firm()
    {
        MakeOrBuySample sample = Planted(-0.5);
        MakeOrBuyResult held = Estimate(sample with { Controls = new Dictionary<string, double[]>(sample.Controls) { ["country"] = [.. sample.Quality.Select(_ => 1.0)] } });

        held.All.Slope!.Estimates[0].ShouldBe(Estimate(sample).All.Slope!.Estimates[0], tolerance: 1e-9);
        held.Held.ShouldBe(["workers", "country"]);
        Estimate(sample with { Quality = [.. sample.Quality.Select(_ => 0.4)] }).Processes.ShouldAllBe(row => row.Slope == null && row.Reason!.Contains("Quality does not vary"));
    }

    [Fact]
    public void Firms_that_make_and_firms_that_buy_are_counted_not_their_processes()
    {
        MakeOrBuySample sample = Planted(0);
        MakeOrBuyResult result = Estimate(sample with
        {
            Bought = Processes.ToDictionary(process => process, _ => sample.Quality.Select((_, firm) => firm < 2 ? 1.0 : 0).ToArray()),
        });

        // Two firms buy three processes each.
        result.All.Slope.ShouldBeNull();
        result.All.Reason!.ShouldContain("398 make and 2 buy among 400 firms");
    }

    [Fact]
    public void Disintegration_is_the_share_of_the_needed_processes_that_are_bought()
    {
        MakeOrBuySample sample = new(["a", "b", "c"], ["", "", ""], new Dictionary<string, double[]>
        {
            ["casting"] = [1, 0, double.NaN],
            ["forging"] = [0, 0, double.NaN],
            ["painting"] = [1, double.NaN, double.NaN],
        }, [0.1, 0.5, 0.9]);

        sample.Disintegration().ShouldBe([2.0 / 3, 0, double.NaN]);
        Estimate(sample).All.Reason!.ShouldContain("among 2 firms");
    }

    [Fact]
    public void What_is_no_answer_is_refused()
    {
        MakeOrBuySample sample = Planted(0);

        Should.Throw<ArgumentException>(() => Estimate(sample with { Bought = new Dictionary<string, double[]>() })).Message.ShouldContain("must hold a process");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Bought = new Dictionary<string, double[]> { ["casting"] = [.. sample.Quality.Select(_ => 2.0)] } })).Message.ShouldContain("0 (made)");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Quality = [0.5] }));
        Should.Throw<ArgumentException>(() => Estimate(sample with { Quality = [.. sample.Quality.Skip(1), double.PositiveInfinity] })).Message.ShouldContain("Quality must be finite");
    }

    private static MakeOrBuyResult Estimate(MakeOrBuySample sample) => MakeOrBuy.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);

    // ln odds of buying = slope times standardised quality, less half a standard deviation of size; a fifth of the firms do not need a process.
    private static MakeOrBuySample Planted(double slope)
    {
        RandomStream stream = new(31, RandomPurpose.Example, 1, 4);
        double[] Normal() => [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
        (double[] quality, double[] size) = (Normal(), Normal());
        return new MakeOrBuySample(
            SampleSurveys.Ids(Firms),
            [.. Enumerable.Range(0, Firms).Select(firm => $"town {firm % 25}")],
            Processes.ToDictionary(process => process, _ => Enumerable.Range(0, Firms).Select(firm =>
            {
                (double needed, double chance) = (stream.NextDouble(), stream.NextDouble());
                return needed < 0.2 ? double.NaN : chance < 1 / (1 + Math.Exp(-(slope * quality[firm]) + (0.5 * size[firm]))) ? 1.0 : 0;
            }).ToArray()),
            [.. quality.Select(value => 0.4 + (0.2 * value))])
        {
            Controls = new Dictionary<string, double[]> { ["workers"] = size },
        };
    }
}
