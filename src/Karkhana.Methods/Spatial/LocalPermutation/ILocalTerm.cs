namespace Karkhana.Methods.Spatial;

/// <summary>What one neighbour adds to a local statistic, before its weight.</summary>
internal interface ILocalTerm
{
    /// <summary>Gives the term.</summary>
    /// <param name="own">The value of the unit.</param>
    /// <param name="other">The value of the neighbour.</param>
    /// <returns>The term.</returns>
    static abstract double Of(double own, double other);
}
