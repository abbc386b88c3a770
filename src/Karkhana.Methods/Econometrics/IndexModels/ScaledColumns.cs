using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The columns of a design in units of their spread, and about their means where the first column is a
/// constant.</summary>
/// <remarks>Likelihoods do not depend on it, but their second derivatives are then well conditioned even with a year and
/// its square side by side, and a penalty on coefficients means the same for all terms.</remarks>
internal sealed class ScaledColumns
{
    private readonly double[] _means;
    private readonly double[] _spreads;

    private ScaledColumns(double[][] columns, double[] means, double[] spreads, bool hasConstant)
    {
        Columns = columns;
        _means = means;
        _spreads = spreads;
        HasConstant = hasConstant;
    }

    public double[][] Columns { get; }

    public bool HasConstant { get; }

    public static ScaledColumns Of(DesignMatrix design) => Of(design.Columns, design.HasIntercept);

    public static ScaledColumns Of(double[][] columns, bool hasConstant)
    {
        double[] means = new double[columns.Length];
        double[] spreads = new double[columns.Length];
        double[][] scaled = new double[columns.Length][];
        for (int j = 0; j < columns.Length; j++)
        {
            if (hasConstant && j == 0)
            {
                (scaled[j], spreads[j]) = (columns[j], 1);
                continue;
            }

            double mean = means[j] = hasConstant ? Sums.Mean(columns[j]) : 0;
            double[] column = [.. columns[j].Select(value => value - mean)];
            double spread = Math.Sqrt(Sums.Dot(column, column) / column.Length);
            spreads[j] = spread > 0 ? spread : 1;
            for (int row = 0; row < column.Length; row++)
            {
                column[row] /= spreads[j];
            }

            scaled[j] = column;
        }

        return new ScaledColumns(scaled, means, spreads, hasConstant);
    }

    /// <summary>Gives the coefficients of the columns as they came.</summary>
    public double[] Restore(ReadOnlySpan<double> coefficients)
    {
        double[] restored = new double[_spreads.Length];
        for (int j = 0; j < restored.Length; j++)
        {
            restored[j] = coefficients[j] / _spreads[j];
        }

        for (int j = 1; j < restored.Length && HasConstant; j++)
        {
            restored[0] -= restored[j] * _means[j];
        }

        return restored;
    }

    /// <summary>Gives the coefficients of scaled columns with the constant put where all columns are 0, for any number of
    /// equations one after another.</summary>
    public double[] RestoreConstant(double[] coefficients)
    {
        double[] restored = [.. coefficients];
        for (int first = 0; HasConstant && first < restored.Length; first += _spreads.Length)
        {
            restored[first] = Restore(coefficients.AsSpan(first, _spreads.Length))[0];
        }

        return restored;
    }

    /// <summary>Gives the linear map from coefficients of scaled columns to those of the columns as they came.</summary>
    public Matrix<double> Map()
    {
        Matrix<double> map = Matrix<double>.Build.Dense(_spreads.Length, _spreads.Length);
        for (int j = 0; j < _spreads.Length; j++)
        {
            map[j, j] = 1 / _spreads[j];
            if (HasConstant && j > 0)
            {
                map[0, j] = -_means[j] / _spreads[j];
            }
        }

        return map;
    }

    /// <summary>Gives M C M' made symmetric.</summary>
    public static Matrix<double> Turn(Matrix<double> map, Matrix<double> covariance)
    {
        Matrix<double> turned = map * covariance * map.Transpose();
        return (turned + turned.Transpose()) / 2;
    }

    /// <summary>Gives the covariance of the coefficients as they came; parameters after them, of any number, stay as they
    /// are.</summary>
    public Matrix<double> Restore(Matrix<double> covariance)
    {
        Matrix<double> map = Matrix<double>.Build.DenseIdentity(covariance.RowCount);
        map.SetSubMatrix(0, 0, Map());
        return Turn(map, covariance);
    }

    /// <summary>Gives the ridge penalties: the same for every column but the constant.</summary>
    public double[] Penalties(double ridge) => ridge == 0
        ? []
        : [.. _spreads.Select((_, j) => HasConstant && j == 0 ? 0 : ridge)];
}
