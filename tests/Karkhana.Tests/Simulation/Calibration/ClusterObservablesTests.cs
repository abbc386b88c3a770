using Karkhana.Core.Exchange;
using Karkhana.Methods.Experiments;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Calibration;

public sealed class ClusterObservablesTests
{
    [Fact]
    public void Summaries_of_twelve_firms_are_those_counted_by_hand()
    {
        // Capability 0, 1/11, …, 1; the first six dispersed, one step of distance each among the clustered.
        double[] capability = [.. Enumerable.Range(0, 12).Select(i => i / 11.0)];
        Dictionary<string, double> seen = Seen(Firms(capability) with
        {
            Effort = [0, 0, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11],
            Regimes = [.. Enumerable.Range(0, 12).Select(i => (LearningRegime?)(LearningRegime)(i % 4))],
            Ties = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 5],
        });

        seen["capability_mean"].ShouldBe(0.5, 1e-12);
        seen["capability_sd"].ShouldBe(Math.Sqrt(13) / 11, 1e-12);
        seen["capability_skewness"].ShouldBe(0, 1e-12);
        seen["capability_p10"].ShouldBe(0.1, 1e-12);
        seen["no_effort"].ShouldBe(0.25, 1e-12);
        seen["interior"].ShouldBe(0.25, 1e-12);
        seen["threshold"].ShouldBe(0.25, 1e-12);
        seen["ties_mean"].ShouldBe(20 / 12.0, 1e-12);
        seen["ties_core"].ShouldBe(0.5, 1e-12);
        seen["log_workers_mean"].ShouldBe(Math.Log(10), 1e-12);
        seen["log_workers_sd"].ShouldBe(0, 1e-12);
        seen["effort_capability_correlation"].ShouldBeInRange(0.95, 1);
        seen["capability_gap"].ShouldBe(double.NaN);
    }

    [Fact]
    public void The_gap_and_the_gradient_need_ten_firms_of_a_kind()
    {
        double[] capability = [.. Enumerable.Range(0, 24).Select(i => i < 12 ? 0.2 : 0.8 - (0.1 * Math.Log(i - 11)))];
        FirmObservations firms = Firms(capability) with
        {
            Clustered = [.. Enumerable.Range(0, 24).Select(i => i >= 12)],
            Distance = [.. Enumerable.Range(0, 24).Select(i => i < 12 ? 50.0 : i - 12)],
        };

        Dictionary<string, double> seen = Seen(firms);

        seen["capability_gradient"].ShouldBe(-0.1, 1e-12);
        seen["capability_gap"].ShouldBe(capability.Skip(12).Average() - 0.2, 1e-12);
    }

    [Fact]
    public void Entry_exit_and_openness_are_those_counted_by_hand()
    {
        FirmObservations firms = Firms([.. Enumerable.Range(0, 12).Select(i => i / 11.0)]) with
        {
            LinksOutside = [0, 0, 0, 0, 0, 0, 0, 0, double.NaN, 1, 2, 0], // two of the eleven that are known
            Ages = [0, 1, 4.75, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, double.NaN], // three of nineteen
            ClosedSince = [true, true, true, false, false, false, false, false, false, false, false, false], // three of twelve that stood
        };

        Dictionary<string, double> seen = Seen(firms);

        seen["outside_share"].ShouldBe(2 / 11.0, 1e-12);
        seen["young_share"].ShouldBe(3 / 19.0, 1e-12);
        seen["closed_share"].ShouldBe(0.25, 1e-12);
        string[] targets = [.. ClusterObservables.WithErrors(firms).Select(target => target.Name)];
        targets.ShouldContain("outside_share");
        targets.ShouldContain("young_share");
        ClusterObservables.WithErrors(firms).Single(target => target.Name == "closed_share").StandardError
            .ShouldBe(Math.Sqrt(0.25 * 0.75 / 12), 0.2 * Math.Sqrt(0.25 * 0.75 / 12));
    }

    [Fact]
    public void Entry_exit_and_openness_need_ten_firms_and_leave_the_other_errors_as_they_were()
    {
        FirmObservations firms = Firms([.. Enumerable.Range(0, 40).Select(i => i / 40.0)]);
        FirmObservations more = firms with
        {
            LinksOutside = [.. Enumerable.Range(0, 40).Select(i => i < 9 ? i % 2 : double.NaN)],
            Ages = [1, 1, 1, 9, 9, 9, 9, 9, 9],
            ClosedSince = [true, false, false, false, false, false, false, false, false],
        };

        ClusterObservables.WithErrors(more).ShouldBe(ClusterObservables.WithErrors(firms));
        ClusterObservables.WithErrors(more with { Ages = [.. more.Ages, 9] }).Select(target => target.Name)
            .ShouldBe([.. ClusterObservables.WithErrors(firms).Select(target => target.Name), "young_share"]);
    }

    [Fact]
    public void Of_the_model_those_that_stood_five_years_before_are_followed_and_younger_ones_are_entrants()
    {
        // Firms enter and leave from the start on. With a burn-in of 24 quarters those that stood after four are followed.
        SimulationOptions options = new() { BurnIn = 24, Seed = 5 };
        ClusterPopulation population = SyntheticPopulation.Draw(new SyntheticPopulationOptions { Seed = 3 });
        JointPrior prior = new([ModelParameter.Find("CostElasticity").Prior]);
        string[] names = ["young_share", "closed_share", "outside_share"];
        ModelSimulator model = new(population, prior, [0], names, new ClusterParameters(), options);
        double[] given = new double[names.Length];

        model.Simulate([0.6], 4, given, TestContext.Current.CancellationToken);

        ClusterRun run = new(ClusterStart.Of(population, minimal: false), options);
        bool[] stood = [];
        Trajectory.BurnIn(
            run, new ClusterParameters { CostElasticity = 0.6 }, 4,
            one => stood = one.Step == 4 ? [.. Enumerable.Range(0, one.Firms.Count).Select(slot => one.Firms.Alive[slot])] : stood,
            TestContext.Current.CancellationToken);
        int[] before = [.. Enumerable.Range(0, stood.Length).Where(slot => stood[slot])];
        int[] now = [.. Enumerable.Range(0, run.Firms.Count).Where(slot => run.Firms.Alive[slot])];
        given[1].ShouldBe(before.Count(slot => !run.Firms.Alive[slot]) / (double)before.Length, 1e-12);
        given[0].ShouldBe(now.Count(slot => run.Firms.EnteredAt[slot] >= 4) / (double)now.Length, 0.05); // or were young at the start
        given[2].ShouldBe(now.Count(slot => run.Ties.Outside[slot] > 0) / (double)now.Length, 1e-12);
        given.ShouldAllBe(share => share > 0 && share < 1);

        ModelSimulator brief = new(population, prior, [0], names, new ClusterParameters(), options with { BurnIn = 8 });
        brief.Simulate([0.6], 4, given, TestContext.Current.CancellationToken);
        given[1].ShouldBe(double.NaN); // it has not run for five years
    }

    [Fact]
    public void What_no_firm_shows_and_what_does_not_vary_is_no_target()
    {
        IReadOnlyList<ObservedSummary> targets = ClusterObservables.WithErrors(Firms([.. Enumerable.Range(0, 40).Select(i => i / 40.0)]));

        string[] names = [.. targets.Select(target => target.Name)];
        names.ShouldContain("capability_mean");
        names.ShouldNotContain("no_effort");
        names.ShouldNotContain("log_workers_sd");
        names.ShouldNotContain("interior");
        ObservedSummary mean = targets.Single(target => target.Name == "capability_mean");
        mean.StandardError.ShouldBe(Math.Sqrt(40 * 41 / 12.0) / 40 / Math.Sqrt(40), 0.2 * mean.StandardError);
    }

    [Fact]
    public void The_order_of_firms_does_not_matter()
    {
        FirmObservations firms = Firms([.. Enumerable.Range(0, 30).Select(i => ((i * 7) % 30) / 30.0)]) with
        {
            Effort = [.. Enumerable.Range(0, 30).Select(i => (double)((i * 11) % 30))],
        };
        FirmObservations turned = firms with
        {
            Capability = [.. firms.Capability.Reverse()],
            Effort = [.. firms.Effort.Reverse()],
        };

        double[] one = ClusterObservables.Of(firms);
        double[] other = ClusterObservables.Of(turned);

        for (int i = 0; i < one.Length; i++)
        {
            if (double.IsNaN(one[i]))
            {
                double.IsNaN(other[i]).ShouldBeTrue();
            }
            else
            {
                other[i].ShouldBe(one[i], 1e-12);
            }
        }
    }

    [Fact]
    public void Every_parameter_that_can_be_searched_for_is_set_by_its_name_within_its_range()
    {
        ModelParameter.All.Count.ShouldBeGreaterThan(20);
        foreach (ModelParameter parameter in ModelParameter.All)
        {
            double value = parameter.Prior.Low + (0.37 * (parameter.Prior.High - parameter.Prior.Low));
            ClusterParameters set = ModelParameter.Apply(new ClusterParameters(), [parameter.Name], [value]);

            typeof(ClusterParameters).GetProperty(parameter.Name)!.GetValue(set).ShouldBe(value, parameter.Name);
            set.ShouldNotBe(new ClusterParameters());
        }

        Should.Throw<ArgumentException>(() => ModelParameter.Find("Luck")).Message.ShouldContain("Luck");
    }

    private static FirmObservations Firms(double[] capability) => new()
    {
        Capability = capability,
        Effort = [.. capability.Select(_ => double.NaN)],
        AbsorptiveCapacity = [],
        Workers = [.. capability.Select(_ => 10.0)],
        Clustered = [.. capability.Select(_ => true)],
        Regimes = [.. capability.Select(_ => (LearningRegime?)null)],
        Distance = [],
        Ties = [],
    };

    private static Dictionary<string, double> Seen(FirmObservations firms) =>
        ClusterObservables.Names.Zip(ClusterObservables.Of(firms)).ToDictionary(pair => pair.First, pair => pair.Second);
}
