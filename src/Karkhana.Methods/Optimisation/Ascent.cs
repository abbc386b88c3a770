using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>Where an ascent ended.</summary>
/// <param name="Estimates">The parameters.</param>
/// <param name="Value">The value there.</param>
/// <param name="Gradient">The first derivatives there.</param>
/// <param name="Information">Minus the second derivatives there.</param>
/// <param name="LastStep">The last step taken.</param>
/// <param name="Decrement">Twice the gain that the quadratic model promised for the last step: the squared length of
/// the step in standard errors.</param>
/// <param name="Steps">The number of steps.</param>
/// <param name="Converged">Whether the last step was small enough for the estimates to hold to 1e-8.</param>
internal sealed record Ascent(
    double[] Estimates,
    double Value,
    double[] Gradient,
    Matrix<double> Information,
    double[] LastStep,
    double Decrement,
    int Steps,
    bool Converged)
{
    /// <summary>Gets the note about an ascent that did not settle; empty when it did.</summary>
    public IReadOnlyList<Note> Notes => Converged
        ? []
        : [new Note(
            "not-converged",
            Severity.Warning,
            FormattableString.Invariant($"The likelihood was not at its maximum after {Steps} steps; it was {Value:g8} and the last step was {Math.Sqrt(Math.Max(0, Decrement)):g3} standard errors long. Read no estimate before terms are rescaled, merged or dropped."))];
}
