namespace Karkhana.Methods.Spatial;

/// <summary>Adds the neighbour's value: Moran and G.</summary>
internal readonly struct LagTerm : ILocalTerm
{
    /// <inheritdoc/>
    public static double Of(double own, double other) => other;
}
