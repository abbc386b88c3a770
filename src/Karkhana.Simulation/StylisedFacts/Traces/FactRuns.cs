using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>The runs of one replicate, each made when it is first asked for; all share their random numbers.</summary>
/// <param name="starts">The population and those with other ties.</param>
/// <param name="parameters">The parameters.</param>
/// <param name="options">How the model runs.</param>
/// <param name="replicate">The replicate.</param>
/// <param name="cancellationToken">Looked at in each quarter.</param>
internal sealed class FactRuns(
    FactStarts starts, ClusterParameters parameters, SimulationOptions options, int replicate, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, RunTrace> _traces = new(StringComparer.Ordinal);
    private ClusterRun? _afterBurnIn;

    public ClusterParameters Parameters => parameters;

    /// <summary>Gets the run in which nothing changes.</summary>
    public RunTrace Base => After("baseline", ClusterScenario.Baseline);

    /// <summary>Gets the run of a world scenario.</summary>
    public RunTrace World(string id) => After(id, ScenarioLibrary.Default().Find(id).ToScenario());

    /// <summary>Gets the run of an event.</summary>
    public RunTrace Happening(string name, ScenarioEvent happening) => After(name, new ClusterScenario { Id = name, Events = [happening] });

    /// <summary>Gets the run of a policy that reaches every firm at once.</summary>
    public RunTrace Policy(string name, DoseTarget target, double amount, DoseScale scale) => After(
        name, ClusterScenario.Of(new Intervention { Id = name, Title = name, Doses = [new Dose(target, amount, scale)] }));

    /// <summary>Gets the run that has other parameters from its first quarter, the burn-in included.</summary>
    public RunTrace With(string name, Func<ClusterParameters, ClusterParameters> change) =>
        Get(name, () => FromStart(starts.Own, change(parameters)));

    /// <summary>Gets the run whose ties are a ring with a share of them rewired.</summary>
    public RunTrace Ring(double rewired) => Get(
        FormattableString.Invariant($"ring {rewired}"), () => FromStart(starts.Ring(rewired), parameters));

    private RunTrace After(string name, ClusterScenario scenario) => Get(name, () =>
    {
        ClusterRun run = new(starts.Own, options);
        if (_afterBurnIn is null)
        {
            _afterBurnIn = new ClusterRun(starts.Own, options);
            Trajectory.BurnIn(_afterBurnIn, parameters, replicate, null, cancellationToken);
        }

        run.CopyFrom(_afterBurnIn);
        return RunTrace.Of(run, scenario, cancellationToken);
    });

    private RunTrace FromStart(ClusterStart start, ClusterParameters changed)
    {
        ClusterRun run = new(start, options);
        Trajectory.BurnIn(run, changed, replicate, null, cancellationToken);
        return RunTrace.Of(run, ClusterScenario.Baseline, cancellationToken);
    }

    private RunTrace Get(string name, Func<RunTrace> make)
    {
        if (!_traces.TryGetValue(name, out RunTrace? trace))
        {
            trace = make();
            _traces.Add(name, trace);
        }

        return trace;
    }
}
