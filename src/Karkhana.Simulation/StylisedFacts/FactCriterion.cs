namespace Karkhana.Simulation;

/// <summary>When a statistic counts as the fact: set before any run, the same for every population.</summary>
/// <param name="Low">The least value of the interval's lower limit (or of the mean).</param>
/// <param name="High">The greatest value of the interval's upper limit (or of the mean).</param>
/// <param name="WholeInterval">Whether the whole 95 % interval of the mean must lie within, or the mean alone.</param>
/// <param name="Text">The criterion in words.</param>
internal sealed record FactCriterion(double Low, double High, bool WholeInterval, string Text)
{
    /// <summary>The contrast must be above 0 with its whole interval.</summary>
    public static FactCriterion Positive { get; } = new(0, double.PositiveInfinity, true, "95 % interval above 0");

    /// <summary>The contrast must be below 0 with its whole interval.</summary>
    public static FactCriterion Negative { get; } = new(double.NegativeInfinity, 0, true, "95 % interval below 0");

    /// <summary>Gives the criterion that the mean lies in a range.</summary>
    public static FactCriterion Within(double low, double high, string text) => new(low, high, false, text);

    /// <summary>Gives the criterion that the whole interval lies above a number.</summary>
    public static FactCriterion Above(double low, string text) => new(low, double.PositiveInfinity, true, text);

    public bool Met(double mean, double low, double high) =>
        WholeInterval ? low > Low && high < High : mean >= Low && mean <= High;
}
