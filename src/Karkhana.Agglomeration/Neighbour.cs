namespace Karkhana.Agglomeration;

/// <summary>Something near a firm.</summary>
/// <param name="Position">Its position in the table that it comes from.</param>
/// <param name="Kilometres">Its distance.</param>
internal readonly record struct Neighbour(int Position, double Kilometres);
