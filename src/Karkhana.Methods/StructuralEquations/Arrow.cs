using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>An arrow of a path diagram: a parameter, or a number that is held.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="To">The variable it points to.</param>
/// <param name="From">Where it comes from; the same variable for a variance or a mean.</param>
/// <param name="Position">The position of the parameter; arrows with one position are equal. −1 when it is held.</param>
/// <param name="Held">The number when it is held.</param>
internal readonly record struct Arrow(ArrowKind Kind, int To, int From, int Position, double Held = 0)
{
    /// <summary>The position of an arrow that is no parameter.</summary>
    public const int NoPosition = -1;

    public bool IsFree => Position != NoPosition;

    public double ValueAt(Vector<double> parameters) => IsFree ? parameters[Position] : Held;
}
