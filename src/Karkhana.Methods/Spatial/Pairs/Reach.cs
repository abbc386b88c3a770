namespace Karkhana.Methods.Spatial;

/// <summary>How far to look.</summary>
/// <param name="Distance">The distance.</param>
/// <param name="Squared">The greatest square whose root is at most the distance.</param>
internal readonly record struct Reach(double Distance, double Squared);
