using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Core.Measures;

/// <summary>A statistic that can be called by its id: what it reads, what can be set, what it gives.</summary>
public sealed class Measure
{
    private readonly Func<MeasureRequest, ExecutionOptions?, CancellationToken, IMeasureResult> _compute;

    private Measure(
        string id, Type options, Func<MeasureRequest, ExecutionOptions?, CancellationToken, IMeasureResult> compute)
    {
        Id = id;
        OptionsType = options;
        _compute = compute;
    }

    /// <summary>Computes a measure from typed input and options.</summary>
    /// <typeparam name="TInput">The input record.</typeparam>
    /// <typeparam name="TOptions">The options record.</typeparam>
    /// <typeparam name="TResult">The result record.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="options">The options.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The result.</returns>
    public delegate TResult Estimator<in TInput, in TOptions, out TResult>(
        TInput input, TOptions options, ExecutionOptions? execution, CancellationToken cancellationToken);

    /// <summary>Gets the id: <c>spatial.m-function</c>.</summary>
    public string Id { get; }

    /// <summary>Gets one sentence that says what it measures.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets who described it, with DOI where there is one.</summary>
    public required string Source { get; init; }

    /// <summary>Gets what it reads.</summary>
    public required IReadOnlyList<InputSpec> Inputs { get; init; }

    /// <summary>Gets what it gives.</summary>
    public required IReadOnlyList<OutputSpec> Outputs { get; init; }

    /// <summary>Gets the options record.</summary>
    public Type OptionsType { get; }

    /// <summary>Gets what can be set, with types and defaults, read off the options record.</summary>
    public IReadOnlyList<OptionSpec> Options => OptionBinder.Describe(OptionsType);

    /// <summary>Defines a measure.</summary>
    /// <typeparam name="TInput">The input record.</typeparam>
    /// <typeparam name="TOptions">The options record; its properties are the options of the catalogue in Pascal
    /// case.</typeparam>
    /// <typeparam name="TResult">The result record.</typeparam>
    /// <param name="id">The id.</param>
    /// <param name="summary">One sentence.</param>
    /// <param name="source">Who described it.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="outputs">What it gives.</param>
    /// <param name="read">Makes the typed input from a request.</param>
    /// <param name="estimate">The static <c>Estimate</c> of the method.</param>
    /// <returns>The measure.</returns>
    public static Measure Define<TInput, TOptions, TResult>(
        string id,
        string summary,
        string source,
        IReadOnlyList<InputSpec> inputs,
        IReadOnlyList<OutputSpec> outputs,
        Func<MeasureRequest, TInput> read,
        Estimator<TInput, TOptions, TResult> estimate)
        where TOptions : class
        where TResult : IMeasureResult =>
        new(id, typeof(TOptions), (request, execution, cancellationToken) =>
            estimate(read(request), OptionBinder.Bind<TOptions>(request.Options), execution, cancellationToken))
        {
            Summary = summary,
            Source = source,
            Inputs = inputs,
            Outputs = outputs,
        };

    /// <summary>Computes the measure from a request.</summary>
    /// <param name="request">Tables and options.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An input, a column or an option is missing or wrong.</exception>
    public IMeasureResult Compute(
        MeasureRequest request, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (InputSpec input in Inputs)
        {
            RequireUsedWeights(input, request.OptionalTable(input.Name));
        }

        return _compute(request, execution, cancellationToken);
    }

    // Weights that are silently left out would pass for a weighted result. Columns of an inline table carry their own names
    // as roles: one that another role reads is no weight.
    private static void RequireUsedWeights(InputSpec input, BoundTable? table)
    {
        const string role = "weights";
        if (table is null || !table.Has(role) || input.Roles.Contains("weight", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        bool readElsewhere = table.Roles.Any(other => other.Key != role && other.Value.Contains(table.ColumnsOf(role)[0])
            && !(other.Value.Count == 1 && other.Value[0] == other.Key));
        Require.That(
            readElsewhere, input.Name, $"must not be given {role}, which this measure does not use; its roles are: {input.Roles}");
    }
}
