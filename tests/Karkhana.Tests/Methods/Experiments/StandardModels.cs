using Karkhana.Methods.Experiments;

namespace Karkhana.Tests.Methods.Experiments;

/// <summary>Functions of known sensitivities, run over designs.</summary>
internal static class StandardModels
{
    public static readonly double[][] Pi3 = [[-Math.PI, Math.PI], [-Math.PI, Math.PI], [-Math.PI, Math.PI]];

    public static double[] Over(ExperimentalDesign design, Func<double[], double> model) =>
        [.. Enumerable.Range(0, design.Runs).Select(run => model(design.Row(run).ToArray()))];

    /// <summary>a = 7, b = 0.1.</summary>
    public static double Ishigami(double[] x) => Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));

    public static double[][] Cube(int inputs) => [.. Enumerable.Range(0, inputs).Select(_ => new double[] { 0, 1 })];
}
