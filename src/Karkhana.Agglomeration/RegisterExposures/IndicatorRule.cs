namespace Karkhana.Agglomeration;

/// <summary>How one quantity is measured for one firm.</summary>
/// <param name="AdvantageId">The advantage that it shows.</param>
/// <param name="Name">What it is.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Measure">The quantity for the firm that the surroundings stand at.</param>
internal sealed record IndicatorRule(string AdvantageId, string Name, string Unit, Func<Surroundings, double> Measure)
{
    /// <summary>Gets a value indicating whether a small value means a high exposure.</summary>
    public bool LessIsMore { get; init; }

    /// <summary>Gets a value indicating whether one of the distances of the options enters.</summary>
    public bool DependsOnDistance { get; init; } = true;
}
