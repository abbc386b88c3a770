using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>What Fisher scoring lowers: a chi-square distance, or −2 ln L.</summary>
internal interface IScoringObjective
{
    /// <summary>Gives the distance; positive infinity where it is not defined.</summary>
    double ValueAt(Vector<double> point);

    /// <summary>Gives minus half the slopes of the distance, and the information that they have.</summary>
    (Vector<double> Scores, Matrix<double> Information) DerivativesAt(Vector<double> point);
}
