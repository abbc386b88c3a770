using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>A misfit of k factors as a function of the uniquenesses alone, the loadings being the best for
/// them.</summary>
internal interface IUniquenessObjective
{
    /// <summary>Gives the scale on which the search moves, for a uniqueness.</summary>
    double Coordinate(double uniqueness);

    /// <summary>Gives the uniqueness at a point of the search.</summary>
    double Uniqueness(double coordinate);

    /// <summary>Gives the misfit, its gradient and its second derivatives.</summary>
    (double Value, Vector<double> Gradient, Matrix<double> Hessian) At(Vector<double> point);

    /// <summary>Gives the loadings that belong to the uniquenesses, and how many of their columns are not
    /// zero.</summary>
    (Matrix<double> Loadings, int Found) Loadings(Vector<double> point);
}
