namespace Karkhana.Methods.Psychometrics;

/// <summary>How far the anchors' curves of two scales lie apart for a slope A and an intercept B.</summary>
/// <remarks>The linked item with a/A and A b + B has at θ the curve of the new item at (θ − B)/A: no parameters need to be
/// changed. Minimised by Gauss–Newton steps that are halved until they help.</remarks>
internal sealed class CurveDistance(LinkedForms anchors, LinkingOptions options)
{
    private const int MostIterations = 200;
    private const int MostHalvings = 40;
    private const double SmallestStep = 1e-12;

    private readonly LatentGrid _grid = LatentGrid.EquallySpaced(options.Nodes, options.Range);

    /// <summary>Finds the least distance from a start.</summary>
    public (double Slope, double Intercept, double Value, bool Converged) Minimise(double slope, double intercept)
    {
        bool free = !options.Model.HasUnitSlopes();
        Sum here = At(slope, intercept);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            (double byA, double byB) = here.Step(free);
            double share = 1;
            Sum there = here;
            for (int halving = 0; halving < MostHalvings; halving++, share /= 2)
            {
                double to = slope + (share * byA);
                there = to > 0 ? At(to, intercept + (share * byB)) : here;
                if (there.Value < here.Value)
                {
                    break;
                }
            }

            bool better = there.Value < here.Value;
            bool settled = Math.Abs(byA) + Math.Abs(byB) < SmallestStep * (1 + Math.Abs(slope) + Math.Abs(intercept));
            if (settled || !better)
            {
                // No better point within rounding of a flat bottom is the bottom.
                return (slope, intercept, here.Value, settled || Math.Abs(byA) + Math.Abs(byB) < 1e-5);
            }

            (slope, intercept, here) = (slope + (share * byA), intercept + (share * byB), there);
        }

        return (slope, intercept, here.Value, false);
    }

    private Sum At(double slope, double intercept)
    {
        Sum sum = default;
        for (int q = 0; q < _grid.Count; q++)
        {
            double theta = _grid.Nodes[q];
            double there = (theta - intercept) / slope;
            AddNode(ref sum, _grid.Weights[q], (theta, there), (anchors.Base, anchors.New), (-there / slope, -1 / slope));
            if (options.Symmetric)
            {
                AddNode(ref sum, _grid.Weights[q], (theta, (slope * theta) + intercept), (anchors.New, anchors.Base), (theta, 1));
            }
        }

        return sum;
    }

    // The curves of moving items are read at a θ that changes with A and B.
    private void AddNode(
        ref Sum sum, double weight, (double Still, double Moving) theta, (ItemParameters Still, ItemParameters Moving) items, (double A, double B) change)
    {
        (double gap, double steepness) = (0, 0);
        for (int item = 0; item < items.Still.Count; item++)
        {
            int categories = items.Still.Thresholds[item].Length + 1;
            double[] still = new double[categories];
            CurveDerivatives moving = CurveDerivatives.Of(categories);
            ResponseCurves.Probabilities(options.Model, items.Still, item, theta.Still, still);
            ResponseCurves.Derivatives(options.Model, items.Moving, item, theta.Moving, moving);
            for (int c = 0; c < categories; c++)
            {
                double apart = still[c] - moving.Probability[c];
                if (options.Method == LinkingMethod.Haebara)
                {
                    sum = sum.With(weight, apart, moving.First[c], change);
                }

                gap += c * apart;
                steepness += c * moving.First[c];
            }
        }

        if (options.Method == LinkingMethod.StockingLord)
        {
            sum = sum.With(weight, gap, steepness, change);
        }
    }

    // Weighted squares of the gaps, and what a Gauss–Newton step needs.
    private readonly record struct Sum(double Value, double Aa, double Ab, double Bb, double A, double B)
    {
        public Sum With(double weight, double gap, double steepness, (double A, double B) change)
        {
            (double byA, double byB) = (steepness * change.A, steepness * change.B);
            return new Sum(
                Value + (weight * gap * gap),
                Aa + (weight * byA * byA),
                Ab + (weight * byA * byB),
                Bb + (weight * byB * byB),
                A + (weight * byA * gap),
                B + (weight * byB * gap));
        }

        public (double A, double B) Step(bool free)
        {
            double determinant = (Aa * Bb) - (Ab * Ab);
            return free && determinant > 0
                ? (((Bb * A) - (Ab * B)) / determinant, ((Aa * B) - (Ab * A)) / determinant)
                : (0, Bb > 0 ? B / Bb : 0);
        }
    }
}
