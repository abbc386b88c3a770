namespace Karkhana.Methods.Experiments;

/// <summary>A model that gives summaries for parameters; called from several threads at once.</summary>
public interface ISummarySimulator
{
    /// <summary>Gets the key of the model: its name, version, options and what it starts from; kept runs are found by it.</summary>
    string Key { get; }

    /// <summary>Runs the model once.</summary>
    /// <param name="parameters">One value per parameter, in the order of the priors.</param>
    /// <param name="attempt">The number of the run, the address of its randomness.</param>
    /// <param name="summaries">Receives the summaries in the order of what was observed; NaN for one that this run does not have.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    void Simulate(ReadOnlySpan<double> parameters, int attempt, Span<double> summaries, CancellationToken cancellationToken);
}
