namespace Karkhana.Methods.Spatial;

/// <summary>Adds the squared difference from the neighbour's value: Geary.</summary>
internal readonly struct SquaredDifferenceTerm : ILocalTerm
{
    /// <inheritdoc/>
    public static double Of(double own, double other) => (own - other) * (own - other);
}
