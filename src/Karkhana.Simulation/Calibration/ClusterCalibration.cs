using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>Which parameters of the cluster learning model give the cluster that a study sees.</summary>
public static class ClusterCalibration
{
    /// <summary>Calibrates the model.</summary>
    /// <remarks>
    /// Morris screening of all parameters on each observable, each trajectory with its own random numbers; the parameters that make the greatest shares of the
    /// spread of an observable, at most ten and none with less than a twentieth of the greatest share, are then searched for by approximate
    /// Bayesian computation (<see cref="ApproximateBayesianComputation"/>) while the others are drawn in each run, given those that are searched for, and drawn again from their
    /// priors afterwards, for what says nothing of the study may still say something of a policy. What is compared is the cluster at
    /// the end of the burn-in: the calibration assumes that the cluster as it is seen is one that the model stays near.
    /// Observables marked as held out check the result. A posterior that cannot be told from its prior is said to be not identified.
    /// Cost: (trajectories × (parameters + 1) + runs of the search) × burn-in × firms. Source: framework 5.11; Morris 1991, doi:10.1080/00401706.1991.10484804;
    /// Beaumont et al. 2009, doi:10.1093/biomet/asp052.
    /// </remarks>
    /// <param name="population">What the model starts from.</param>
    /// <param name="prior">What is believed of the parameters that may vary; names of <see cref="ModelParameter.All"/>.</param>
    /// <param name="observed">What the study sees; names of <see cref="ClusterObservables.Names"/>.</param>
    /// <param name="options">Screening, search, how the model runs.</param>
    /// <param name="execution">Workers, progress, and the store that lets a killed run go on.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>The screening, the posterior, the checks, and draws of parameters for scenarios.</returns>
    public static ClusterCalibrationResult Estimate(
        ClusterPopulation population,
        JointPrior prior,
        IReadOnlyList<ObservedSummary> observed,
        ClusterCalibrationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(observed);
        options ??= new ClusterCalibrationOptions();
        Check(observed, options.Simulation);
        string[] names = [.. prior.Parameters.Select(parameter => ModelParameter.Find(parameter.Name).Name)];
        string[] summaries = [.. observed.Select(summary => summary.Name)];
        ScreenedParameter[] screened = ParameterScreening.Of(population, prior, observed, options, execution, cancellationToken);
        int[] searched = [.. Enumerable.Range(0, names.Length).Where(i => screened[i].Searched)];
        ModelSimulator model = new(population, prior, searched, summaries, options.Others, options.Simulation);
        ApproximateBayesianComputationResult posterior = ApproximateBayesianComputation.Estimate(
            prior.Of(searched), observed, model, options.Search, execution, cancellationToken);
        return new ClusterCalibrationResult
        {
            Prior = prior,
            Others = options.Others,
            Screening = screened,
            Posterior = posterior,
            Notes = [.. posterior.Notes, .. Notes(posterior)],
            Provenance = new Provenance(
                "simulation.calibration",
                FormattableString.Invariant($"trajectories = {options.Trajectories}, parameters = {names.Length}, searched = {searched.Length}, quarters = {options.Simulation.BurnIn}"),
                ClusterLearningModel.Source, options.Search.Seed),
        };
    }

    /// <summary>Predicts observables of firms that a calibration did not see: a second town, or a later time (framework 5.11, step 5).</summary>
    /// <remarks>
    /// The model starts from these firms and runs to the end of the burn-in once for each accepted set; what was not searched for is drawn in each run, given the set.
    /// Cost: sets × burn-in × firms.
    /// </remarks>
    /// <param name="population">The firms that were held out.</param>
    /// <param name="calibration">A calibration that did not see them.</param>
    /// <param name="observed">What the study sees of them; names of <see cref="ClusterObservables.Names"/>.</param>
    /// <param name="simulation">How the model runs; as in the calibration.</param>
    /// <param name="execution">Workers, progress, and the store that lets a killed run go on.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>A check for each observable.</returns>
    public static IReadOnlyList<PredictiveCheck> Predict(
        ClusterPopulation population, ClusterCalibrationResult calibration, IReadOnlyList<ObservedSummary> observed, SimulationOptions simulation,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(simulation);
        Check(observed, simulation);
        int[] searched = [.. Enumerable.Range(0, calibration.Screening.Count).Where(i => calibration.Screening[i].Searched)];
        ModelSimulator model = new(
            population, calibration.Prior, searched, [.. observed.Select(summary => summary.Name)], calibration.Others, simulation);
        return PosteriorPrediction.Estimate(calibration.Posterior, observed, model, execution, cancellationToken);
    }

    private static void Check(IReadOnlyList<ObservedSummary> observed, SimulationOptions simulation)
    {
        string[] unknown = [.. observed.Select(summary => summary.Name).Where(name => !ClusterObservables.Names.Contains(name))];
        Require.That(
            unknown.Length == 0, nameof(observed),
            $"must be observables of the model ({string.Join(", ", ClusterObservables.Names)}); {string.Join(", ", unknown)} are not");
        string[] twice = [.. observed.GroupBy(summary => summary.Name).Where(group => group.Count() > 1).Select(group => group.Key)];
        Require.That(twice.Length == 0, nameof(observed), $"must name each observable once; {string.Join(", ", twice)} came more than once");
        string[] impossible =
        [
            .. observed.Where(summary => ClusterObservables.Shares.Contains(summary.Name) && summary.Value is < 0 or > 1)
                .Select(summary => FormattableString.Invariant($"{summary.Name} = {summary.Value}")),
        ];
        Require.That(
            impossible.Length == 0, nameof(observed), $"must be possible: shares and capability lie in [0, 1]; these do not: {string.Join(", ", impossible)}");
        Require.That(simulation.BurnIn > 0, nameof(simulation), "must run the model for at least one quarter (BurnIn) before it is compared");
    }

    private static IEnumerable<Note> Notes(ApproximateBayesianComputationResult posterior)
    {
        string[] idle = [.. posterior.Parameters.Where(parameter => !parameter.Identified).Select(parameter => parameter.Name)];
        if (idle.Length > 0)
        {
            yield return new Note("not-identified", Severity.Warning,
                $"The study does not identify {string.Join(", ", idle)}: what is believed afterwards cannot be told from what was assumed before.");
        }

        string[] missed = [.. posterior.Checks.Where(check => !check.Reproduced).Select(check => check.Name)];
        if (missed.Length > 0)
        {
            yield return new Note("not-reproduced", Severity.Warning,
                $"The calibrated model does not reproduce {string.Join(", ", missed)}. What it says of policies may be wrong where these matter.");
        }
    }
}
