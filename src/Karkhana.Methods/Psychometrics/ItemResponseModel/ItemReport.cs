using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Puts the fitted parameters into the order of the items.</summary>
internal static class ItemReport
{
    private const int ReliabilityNodes = 241;
    private const double ReliabilityRange = 8;

    /// <summary>Gives the parameters of all items in a group.</summary>
    public static ItemParameters Parameters(EstimationData data, FittedParameters fitted, int group)
    {
        int[] places = Places(fitted.Layout, data.Responses.Items.Count, group);
        return new ItemParameters(
            data.Responses.Items,
            [.. places.Select(at => fitted.Instances[at][0])],
            [.. places.Select(at => ThresholdForm.Thresholds(
                fitted.Layout.Model, fitted.Instances[at], fitted.Layout.Instances[at].Categories))],
            [.. places.Select(at => fitted.Layout.Model == ItemModel.ThreeParameter
                ? ResponseCurves.Logistic(fitted.Instances[at][2]) : 0)]);
    }

    /// <summary>Gives the standard errors of the parameter at one position of each item, in the reference group.</summary>
    public static double[] StdErrors(FittedParameters fitted, int position) =>
    [
        .. ReferencePlaces(fitted.Layout).Select(at => fitted.StdError(fitted.Layout.Instances[at].Indices[position])),
    ];

    /// <summary>Gives the intercepts of each item in the reference group.</summary>
    public static double[][] Intercepts(FittedParameters fitted) =>
    [
        .. ReferencePlaces(fitted.Layout).Select(at => fitted.Instances[at][1..fitted.Layout.Instances[at].Categories]),
    ];

    /// <summary>Gives the standard errors of the intercepts.</summary>
    public static double[][] InterceptStdErrors(FittedParameters fitted) =>
    [
        .. ReferencePlaces(fitted.Layout).Select(at => fitted.Layout.Instances[at].Indices[1..fitted.Layout.Instances[at].Categories]
            .Select(fitted.StdError).ToArray()),
    ];

    /// <summary>Gives the integral of I/(I + 1) over the standard normal distribution, I the test information.</summary>
    public static double Reliability(ItemModel model, ItemParameters items)
    {
        LatentGrid grid = LatentGrid.EquallySpaced(ReliabilityNodes, ReliabilityRange);
        AnswerLikelihood likelihood = new(model, items);
        sbyte[] answers = new sbyte[items.Count]; // any will do: information is expected, not observed
        double[] terms = [.. grid.Nodes.Select((theta, q) =>
        {
            double information = likelihood.At(answers, theta).Information;
            return grid.Weights[q] * information / (information + 1);
        })];
        return Sums.Sum(terms);
    }

    /// <summary>Gives the latent distribution of the groups and of every respondent.</summary>
    public static LatentPopulation Population(ItemResponseSample sample, EstimationData data, FittedParameters fitted)
    {
        PopulationDesign design = fitted.Layout.Population;
        int focal = data.Groups.Length - 1;
        double[] means = new double[sample.Responses.Respondents];
        double[] variances = new double[means.Length];
        Array.Fill(means, double.NaN);
        Array.Fill(variances, double.NaN);
        for (int row = 0; row < data.Rows.Length; row++)
        {
            LatentNormal normal = design.At(data.CellsOfAll[row], fitted.Values);
            means[data.Rows[row]] = normal.Mean;
            variances[data.Rows[row]] = 1 / normal.Precision;
        }

        return new LatentPopulation(
            data.Groups,
            [0, .. Enumerable.Range(0, focal).Select(term => fitted.Values[design.MeanIndices[term]])],
            [.. design.LogDeviationIndices.Select(index => index < 0 ? 1 : Math.Exp(2 * fitted.Values[index]))],
            sample.CovariateNames,
            [.. data.Scales.Select(scale => scale.Centre)],
            [.. data.Scales.Select((scale, at) => fitted.Values[design.MeanIndices[focal + at]] / scale.Scale)],
            means,
            variances);
    }

    private static int[] ReferencePlaces(ParameterLayout layout) => Places(layout, layout.Instances[^1].Item + 1, 0);

    private static int[] Places(ParameterLayout layout, int items, int group) =>
        [.. Enumerable.Range(0, items).Select(item => layout.InstanceOf(item, group))];
}
