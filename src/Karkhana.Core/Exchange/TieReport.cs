namespace Karkhana.Core.Exchange;

/// <summary>What a survey says of one directed tie.</summary>
/// <param name="From">The giving end, as a position among firms and then parties.</param>
/// <param name="To">The receiving end.</param>
/// <param name="Kind">The kind of tie: <c>advice</c>.</param>
/// <param name="Value">The value, zero or greater; zero says that there is no tie.</param>
public sealed record TieReport(int From, int To, string Kind, double Value)
{
    /// <summary>Gets who told, or null when the study does not say.</summary>
    public TieReporter? Reporter { get; init; }

    /// <summary>Gets the wave of the survey.</summary>
    /// <value>A whole number from 0; 1 unless the study says another.</value>
    public int Wave { get; init; } = 1;

    /// <summary>Gets the year in which the tie stood; NaN when not known.</summary>
    public double Year { get; init; } = double.NaN;

    /// <summary>Gets the trust in the partner; NaN when not known.</summary>
    public double Trust { get; init; } = double.NaN;
}
