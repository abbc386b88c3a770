using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Data.Results;
using Karkhana.Methods.Experiments;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Calibration;

public sealed class ClusterCalibrationTests
{
    private static readonly SimulationOptions Minimal = new() { Minimal = true, BurnIn = 12, Seed = 7 };
    private static readonly string[] Names = ["BaseEffectiveness", "SlackAtTenWorkers", "PassiveRate", "SpinOffShare"];

    private static readonly ClusterCalibrationOptions Small = new()
    {
        Simulation = Minimal,
        Trajectories = 6,
        Search = new ApproximateBayesianComputationOptions { Particles = 60, Generations = 4, Simulations = 4000, Seed = 5 },
    };

    [Fact]
    public void Planted_parameters_lie_where_the_posterior_does_and_idle_ones_are_not_searched_for()
    {
        // Entry does not exist in minimal mode, so the share of spin-offs cannot matter.
        ClusterParameters truth = new() { BaseEffectiveness = 0.08, SlackAtTenWorkers = 0.3, PassiveRate = 0.01 };

        ClusterCalibrationResult found = Calibrate(Seen(truth));

        found.Screening.Single(parameter => parameter.Name == "SpinOffShare").ShouldSatisfyAllConditions(
            parameter => parameter.Effect.ShouldBe(0), parameter => parameter.Searched.ShouldBeFalse());
        ParameterPosterior effectiveness = found.Posterior.Parameters.Single(parameter => parameter.Name == "BaseEffectiveness");
        effectiveness.Identified.ShouldBeTrue();
        effectiveness.Low.ShouldBeLessThan(0.08);
        effectiveness.High.ShouldBeGreaterThan(0.08);
        effectiveness.Contraction.ShouldBeGreaterThan(0.5);
        found.Posterior.Generations[^1].Tolerance.ShouldBeLessThan(found.Posterior.Generations[1].Tolerance);
    }

    [Fact]
    public void A_twin_of_the_full_model_is_found_again_where_screening_sees_an_influence()
    {
        // All parameters are unknown, the planted ones are a draw from the prior, and what is seen is a single run with them.
        JointPrior prior = new([.. ModelParameter.All.Select(parameter => parameter.Prior)]);
        SimulationOptions full = new() { BurnIn = 8, Seed = 7 };
        ClusterPopulation firms = SyntheticPopulation.Draw(new SyntheticPopulationOptions { Clustered = 25, Dispersed = 25, Seed = 3 });
        ParameterDraws planted = ParameterDraws.FromPrior(prior, new ClusterParameters(), 1, 104);
        ClusterRun run = new(ClusterStart.Of(firms, minimal: false), full);
        Trajectory.BurnIn(run, planted.Parameters[0], 1_000_000, null, TestContext.Current.CancellationToken);

        ClusterCalibrationResult found = ClusterCalibration.Estimate(
            firms, prior, ClusterObservables.WithErrors(ModelSimulator.Observe(run)),
            new ClusterCalibrationOptions
            {
                Simulation = full,
                Trajectories = 8,
                Search = new ApproximateBayesianComputationOptions { Particles = 200, Generations = 5, Simulations = 3000, PriorShare = 0.3, Seed = 5 },
            },
            cancellationToken: TestContext.Current.CancellationToken);

        found.Screening.Count(parameter => parameter.Searched).ShouldBeInRange(4, 10);
        string[] strongest = [.. found.Screening.OrderByDescending(parameter => parameter.Share).Take(3).Select(parameter => parameter.Name)];
        strongest.ShouldContain("BaseEffectiveness");
        ParameterPosterior first = found.Posterior.Parameters.Single(parameter => parameter.Name == "BaseEffectiveness");
        first.Identified.ShouldBeTrue(); // fifty firms in one run need not tell the others
        first.Contraction.ShouldBeGreaterThan(0.4);
        found.Posterior.Parameters.Count(parameter => planted.Values[parameter.Name][0] >= parameter.Low && planted.Values[parameter.Name][0] <= parameter.High)
            .ShouldBeGreaterThanOrEqualTo(found.Posterior.Parameters.Count - 1);
        string[] idle = [.. found.Posterior.Parameters.Where(parameter => !parameter.Identified).Select(parameter => parameter.Name)];
        found.Notes.Count(note => note.Code == "not-identified").ShouldBe(idle.Length > 0 ? 1 : 0);
        idle.ShouldAllBe(name => found.Notes.Single(note => note.Code == "not-identified").Text.Contains(name));
    }

    [Fact]
    public void What_is_correlated_with_a_parameter_that_was_found_is_drawn_with_it()
    {
        // The estimates hang together; one of them is searched for, the other shows in nothing.
        JointPrior prior = new(
            [
                ModelParameter.Find("BaseEffectiveness").Prior,
                ModelParameter.Find("SpinOffShare").Prior with { Shape = PriorShape.Normal, Mean = 0.45, StandardDeviation = 0.1 },
            ],
            new double[,] { { 1, 0.9 }, { 0.9, 1 } });
        ClusterCalibrationResult found = ClusterCalibration.Estimate(
            Population(), prior, Seen(new ClusterParameters { BaseEffectiveness = 0.08 }), Small, cancellationToken: TestContext.Current.CancellationToken);

        ParameterDraws draws = found.Draw(200);

        found.Screening.Single(parameter => parameter.Searched).Name.ShouldBe("BaseEffectiveness");
        draws.Values["BaseEffectiveness"].Average().ShouldBeGreaterThan(0.06); // its prior has 0.045 in the middle
        draws.Values["SpinOffShare"].Average().ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Draws_for_scenarios_come_from_the_posterior_and_from_the_prior_of_the_rest()
    {
        ClusterCalibrationResult found = Calibrate(Seen(new ClusterParameters()));

        ParameterDraws draws = found.Draw(40);

        draws.Parameters.Count.ShouldBe(40);
        draws.Values.Keys.Order().ShouldBe(Names.Order());
        draws.Values["SpinOffShare"].Distinct().Count().ShouldBe(40);
        draws.Values["SpinOffShare"].ShouldAllBe(value => value >= 0.1 && value <= 0.8);
        string searched = found.Posterior.Parameters[0].Name;
        draws.Values[searched].ShouldAllBe(value => found.Posterior.Values.Any(row => row[0] == value));
        draws.Parameters.Select(parameters => parameters.SpinOffShare).ShouldBe(draws.Values["SpinOffShare"]);
    }

    [Fact]
    public void A_calibration_that_was_cancelled_goes_on_and_gives_the_same_bits_on_any_number_of_workers()
    {
        string folder = Directory.CreateTempSubdirectory("karkhana-calibration-").FullName;
        try
        {
            IReadOnlyList<ObservedSummary> seen = Seen(new ClusterParameters());
            ClusterCalibrationResult whole = Calibrate(seen, new ExecutionOptions { Workers = 1 });
            FolderBlockStore store = new(folder);
            using CancellationTokenSource cancel = new();
            ExecutionOptions stopped = new() { Workers = 2, Store = store, Progress = new Stopper(cancel) };
            Should.Throw<OperationCanceledException>(() => Calibrate(seen, stopped, cancel.Token));
            Directory.GetFiles(folder).ShouldNotBeEmpty();

            ClusterCalibrationResult resumed = Calibrate(seen, new ExecutionOptions { Workers = 3, Store = store });

            resumed.Posterior.Weights.ShouldBe(whole.Posterior.Weights);
            resumed.Posterior.Values.SelectMany(row => row).ShouldBe(whole.Posterior.Values.SelectMany(row => row));
            resumed.Screening.ShouldBe(whole.Screening);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_is_kept_is_found_again_under_another_culture_and_not_under_other_beliefs()
    {
        JointPrior prior = new([.. Names.Select(name => ModelParameter.Find(name).Prior)]);
        IReadOnlyList<ObservedSummary> seen = Seen(new ClusterParameters());
        string Key(JointPrior beliefs) => new ModelSimulator(
            Population(), beliefs, [.. Enumerable.Range(0, Names.Length)], [.. seen.Select(one => one.Name)], new ClusterParameters(), Minimal).Key;

        string invariant = Key(prior);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Key(prior).ShouldBe(invariant);
            Should.Throw<ArgumentException>(() => new JointPrior([new ParameterPrior { Name = "a", Low = 1.5, High = 0.5 }])).Message.ShouldContain("1.5 and 0.5");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Key(new JointPrior([.. prior.Parameters.Select(one => one with { High = one.High * 1.1 })])).ShouldNotBe(invariant);
    }

    [Fact]
    public void Firms_that_were_held_out_are_predicted_by_the_sets_that_did_not_see_them()
    {
        // Both halves come from one run with planted parameters; the calibration sees the first, and predicts the second.
        ClusterParameters truth = new() { BaseEffectiveness = 0.08, SlackAtTenWorkers = 0.3, PassiveRate = 0.01 };
        ClusterPopulation all = Population();
        int[] even = [.. Enumerable.Range(0, all.Firms.Count).Where(i => i % 2 == 0)];
        int[] odd = [.. Enumerable.Range(0, all.Firms.Count).Where(i => i % 2 == 1)];
        ClusterCalibrationResult found = ClusterCalibration.Estimate(
            all.Of(even), new JointPrior([.. Names.Select(name => ModelParameter.Find(name).Prior)]), Seen(truth, all.Of(even)), Small,
            cancellationToken: TestContext.Current.CancellationToken);

        IReadOnlyList<PredictiveCheck> Predict(IReadOnlyList<ObservedSummary> seen, int workers = 0) => ClusterCalibration.Predict(
            all.Of(odd), found, seen, Minimal, workers == 0 ? null : new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
        IReadOnlyList<ObservedSummary> theirs = Seen(truth, all.Of(odd));
        IReadOnlyList<PredictiveCheck> checks = Predict(theirs);

        checks.Select(check => (check.Name, check.Observed)).ShouldBe(theirs.Select(summary => (summary.Name, summary.Value)));
        checks.ShouldAllBe(check => check.HeldOut);
        checks.Count(check => check.Reproduced).ShouldBeGreaterThanOrEqualTo(checks.Count - 2);
        checks.Single(check => check.Name == "capability_mean").Reproduced.ShouldBeTrue();
        Predict([new ObservedSummary("capability_mean", 0.99, 0.01)]).Single().Reproduced.ShouldBeFalse();
        Predict(theirs, workers: 1).ShouldBe(Predict(theirs, workers: 3));
        Should.Throw<ArgumentException>(() => Predict([new ObservedSummary("luck", 1, 0.1)])).Message.ShouldContain("luck");
        Should.Throw<ArgumentException>(() => Predict([])).Message.ShouldContain("it held none");
    }

    [Fact]
    public void A_part_of_a_population_keeps_its_ties_places_and_draws()
    {
        ClusterPopulation all = new()
        {
            Firms = [.. Enumerable.Range(0, 4).Select(i => new ClusterFirm { Agent = i, X = i, Y = 0, Workers = 1, Place = i == 3 ? 2 : 0, Capability = [0.1 * i, 0.2 * i] })],
            Ties =
            [
                new ClusterTie(0, 3, ClusterTieKind.Knowledge, 0.5), new ClusterTie(3, 1, ClusterTieKind.Supply, 0.4), new ClusterTie(3, 3, ClusterTieKind.External, 0.3),
            ],
            Places = ["one", "two", "three"],
            Draws = [new PopulationDraw([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], [0.8, 0.9, 1, 0.5])],
        };

        ClusterPopulation part = all.Of([3, 1]);

        part.Firms.Select(firm => (firm.Agent, firm.Place)).ShouldBe([(3, 1), (1, 0)]);
        part.Places.ShouldBe(["one", "three"]);
        part.Ties.ShouldBe([new ClusterTie(0, 1, ClusterTieKind.Supply, 0.4), new ClusterTie(0, 0, ClusterTieKind.External, 0.3)]);
        part.Draws[0].Capability.ShouldBe([0.3, 0.1, 0.7, 0.5]);
        part.Draws[0].AbsorptiveCapacity.ShouldBe([0.5, 0.9]);
        Should.Throw<ArgumentException>(() => all.Of([])).Message.ShouldContain("at least one firm");
    }

    [Fact]
    public void Impossible_targets_are_refused_with_their_names()
    {
        Should.Throw<ArgumentException>(() => Calibrate([new ObservedSummary("no_effort", 1.4, 0.1)])).Message.ShouldContain("no_effort = 1.4");
        Should.Throw<ArgumentException>(() => Calibrate([new ObservedSummary("luck", 1, 0.1)])).Message.ShouldContain("luck");
        Should.Throw<ArgumentException>(() => Calibrate(
            [new ObservedSummary("interior", 0.1, 0.1), new ObservedSummary("interior", 0.2, 0.1)])).Message.ShouldContain("more than once");
        Should.Throw<ArgumentException>(() => ClusterCalibration.Estimate(
            Population(), new JointPrior([new ParameterPrior { Name = "Luck", Low = 0, High = 1 }]), Seen(new ClusterParameters()), Small,
            cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("Luck");
    }

    private static ClusterPopulation Population() => SyntheticPopulation.Draw(new SyntheticPopulationOptions { Seed = 3 });

    private static IReadOnlyList<ObservedSummary> Seen(ClusterParameters truth, ClusterPopulation? population = null)
    {
        ClusterRun run = new(ClusterStart.Of(population ?? Population(), minimal: true), Minimal);
        Trajectory.BurnIn(run, truth, 0, null, TestContext.Current.CancellationToken);
        return ClusterObservables.WithErrors(ModelSimulator.Observe(run));
    }

    private static ClusterCalibrationResult Calibrate(
        IReadOnlyList<ObservedSummary> seen, ExecutionOptions? execution = null, CancellationToken? cancellationToken = null) =>
        ClusterCalibration.Estimate(
            Population(), new JointPrior([.. Names.Select(name => ModelParameter.Find(name).Prior)]), seen, Small, execution,
            cancellationToken ?? TestContext.Current.CancellationToken);

    /// <summary>Cancels when the search has begun.</summary>
    private sealed class Stopper(CancellationTokenSource cancel) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Stage == "calibration" && value.Done > 20)
            {
                cancel.Cancel();
            }
        }
    }
}
