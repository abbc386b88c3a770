namespace Karkhana.Simulation;

/// <summary>The cluster learning model: firms that decide on learning, and what they learn from each other (framework 5).</summary>
public static class ClusterLearningModel
{
    /// <summary>Where the model is described.</summary>
    internal const string Source = "Karkhana framework 3.3 and 5.1 to 5.7; ODD protocol: Grimm et al. 2020, doi:10.18564/jasss.4259";

    /// <summary>Simulates one replicate of one scenario.</summary>
    /// <remarks>
    /// Each quarter: exogenous change and policies; exposures; mechanisms; joint action; effort; knowledge; capability; market,
    /// finance, entry and exit, ties (not in minimal mode). K(t+1) = (1 − δ) K + θ e^β (Φ − K) + what comes from partners,
    /// neighbours, movers and links outside, with e the solution of the effort problem. All phases read t and write t+1.
    /// Every draw has its own address, so that the same replicate of two scenarios has the same random numbers.
    /// Assumes: advantages act on mechanisms as the matrix of strengths says; the defaults of parameters are starting points and no
    /// evidence. Cost: linear in firms, neighbours and ties. Source: framework 3.3 and 5.1 to 5.7.
    /// Agrees with: the analytic cases T1 to T8 and T15 to T18 of framework 5.9 to their digits.
    /// </remarks>
    /// <param name="population">What the model starts from.</param>
    /// <param name="parameters">The parameters; defaults unless given.</param>
    /// <param name="options">How the model runs.</param>
    /// <param name="scenario">What differs from doing nothing; the baseline unless given.</param>
    /// <param name="replicate">Which random numbers and which draw of measured values.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>The quarters, and the firms when policies start and at the end.</returns>
    /// <exception cref="ArgumentException">The population can't be simulated.</exception>
    public static ClusterPanel Simulate(
        ClusterPopulation population,
        ClusterParameters? parameters = null,
        SimulationOptions? options = null,
        ClusterScenario? scenario = null,
        int replicate = 0,
        CancellationToken cancellationToken = default)
    {
        options ??= new SimulationOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(replicate);
        ClusterRun run = new(ClusterStart.Of(population, options), options);
        PanelObserver observer = new();
        Trajectory.BurnIn(run, parameters ?? new ClusterParameters(), replicate, observer.See, cancellationToken);
        IReadOnlyList<FirmSnapshot> atStart = FirmSnapshot.Of(run);
        scenario ??= ClusterScenario.Baseline;
        Trajectory.Enter(run, scenario);
        Trajectory.Continue(run, options.Horizon, observer.See, cancellationToken);
        return new ClusterPanel
        {
            Scenario = scenario.Id,
            Replicate = replicate,
            Quarters = observer.Quarters,
            FirmsAtStart = atStart,
            FirmsAtEnd = FirmSnapshot.Of(run),
            Synthetic = population.Synthetic,
            Seed = options.Seed,
        };
    }
}
