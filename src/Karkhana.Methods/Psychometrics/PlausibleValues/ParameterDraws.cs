using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Draws item parameters from the normal distribution of their estimates.</summary>
/// <remarks>Slopes, thresholds and guessing chances are drawn together. A draw whose slope changes sign, whose graded
/// thresholds change order or whose guessing chance leaves [0, 1) is no item and is drawn again.</remarks>
internal sealed class ParameterDraws
{
    /// <summary>The substream of the parameters; respondents have the ones below it.</summary>
    public const int Substream = int.MaxValue;

    private const int AllItems = -1;
    private const int Slope = 0; // steps count from 1
    private const int Guessing = -1;
    private const int MostAttempts = 1000;
    private const double Slack = 1e-8; // of the greatest eigenvalue: a covariance written with fewer digits dips below 0

    private readonly ItemModel _model;
    private readonly ItemParameters _items;
    private readonly Matrix<double> _root;
    private readonly (int Item, int Step)[] _places;

    public ParameterDraws(ItemModel model, ItemParameters items, ParameterCovariance covariance)
    {
        (_model, _items) = (model, items);
        Require.That(
            covariance.Labels.Distinct(StringComparer.Ordinal).Count() == covariance.Labels.Count, nameof(covariance),
            "must name each parameter once");
        _places = [.. covariance.Labels.Select(Place)];
        _root = Root(covariance);
    }

    /// <summary>Gives the parameters of a draw.</summary>
    public ItemParameters Draw(ulong seed, int draw)
    {
        RandomStream stream = new(seed, RandomPurpose.PlausibleValues, draw, Substream);
        ItemParameters? drawn = null;
        for (int attempt = 0; attempt < MostAttempts && drawn is null; attempt++)
        {
            drawn = Moved(_root * Vector<double>.Build.Dense(_places.Length, _ => stream.NextGaussian()));
        }

        Require.That(
            drawn is not null, "covariance",
            FormattableString.Invariant($"must leave the items recognisable; {MostAttempts} draws in a row changed the sign of a slope or the order of thresholds"));
        return drawn!;
    }

    private (int Item, int Step) Place(string label)
    {
        int colon = label.LastIndexOf(':');
        string kind = label[(colon + 1)..];
        int item = colon < 0 ? AllItems : Enumerable.Range(0, _items.Count).FirstOrDefault(at => _items.Items[at] == label[..colon], int.MaxValue);
        int step = kind switch
        {
            "slope" => Slope,
            "guessing" => Guessing,
            _ => Enumerable.Range(1, item is AllItems or int.MaxValue ? 0 : _items.Thresholds[item].Length)
                .FirstOrDefault(c => kind == FormattableString.Invariant($"{c}"), int.MaxValue),
        };
        bool known = item != int.MaxValue && step != int.MaxValue && (item != AllItems || step == Slope);
        Require.That(
            known, "covariance",
            $"must have rows named slope, item:slope, item:1, item:2, ... or item:guessing of items with parameters; one was {label}");
        Require.That(
            step != Slope || !_model.HasUnitSlopes(), "covariance", $"must not hold a slope that is fixed at 1; it held {label}");
        Require.That(
            step != Guessing || _model == ItemModel.ThreeParameter, "covariance",
            $"must hold no guessing chance unless the model has three parameters; it held {label}");
        return (item, step);
    }

    private static Matrix<double> Root(ParameterCovariance covariance)
    {
        int count = covariance.Labels.Count;
        Require.SameLength(count, covariance.Values.Count, nameof(covariance));
        foreach (double[] row in covariance.Values)
        {
            Require.SameLength(count, row.Length, nameof(covariance));
            Require.Finite(row, nameof(covariance));
        }

        Matrix<double> matrix = Matrix<double>.Build.DenseOfRowArrays(covariance.Values);
        double scale = matrix.Enumerate().Max(Math.Abs);
        Require.That((matrix - matrix.Transpose()).Enumerate().All(gap => Math.Abs(gap) <= Slack * scale), nameof(covariance), "must be symmetric");
        var eigen = SymmetricEigen.Of(matrix, "covariance");
        Require.That(
            eigen.EigenValues.All(value => value.Real >= -Slack * scale), nameof(covariance), "must have no negative eigenvalue");
        return eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(
            eigen.EigenValues.Map(value => Math.Sqrt(Math.Max(0, value.Real))));
    }

    private ItemParameters? Moved(Vector<double> away)
    {
        double[] slopes = [.. _items.Slopes];
        double[] guessing = [.. _items.Guessing];
        double[][] thresholds = [.. _items.Thresholds.Select(steps => (double[])steps.Clone())];
        for (int i = 0; i < _places.Length; i++)
        {
            (int item, int step) = _places[i];
            if (item == AllItems)
            {
                slopes = [.. slopes.Select(slope => slope + away[i])];
            }
            else if (step == Guessing)
            {
                guessing[item] += away[i];
            }
            else
            {
                (step == Slope ? ref slopes[item] : ref thresholds[item][step - 1]) += away[i];
            }
        }

        ItemParameters moved = new(_items.Items, slopes, thresholds, guessing);
        return Enumerable.Range(0, _items.Count).All(item => IsSound(moved, item)) ? moved : null;
    }

    private bool IsSound(ItemParameters moved, int item)
    {
        double[] steps = moved.Thresholds[item];
        double slope = moved.Slopes[item];
        return Math.Sign(slope) == Math.Sign(_items.Slopes[item])
            && moved.Guessing[item] is >= 0 and < 1
            && (_model != ItemModel.Graded || Enumerable.Range(1, steps.Length - 1).All(c => slope * (steps[c] - steps[c - 1]) >= 0));
    }
}
