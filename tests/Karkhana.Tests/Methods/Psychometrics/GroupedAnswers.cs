using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Tests.Methods.Psychometrics;

/// <summary>Answers of two groups for tests, and what plain definitions say of them.</summary>
internal static class GroupedAnswers
{
    public static Gen<GroupedResponses> Grouped(int categories) =>
        from items in Gen.Int[3, 5]
        from half in Gen.Int[12, 25]
        from answers in Gen.Int[0, categories - 1].Select(answer => (double)answer).Array[2 * half].Array[items]
        select new GroupedResponses(
            new ItemResponses([.. Enumerable.Range(1, items).Select(item => $"i{item}")], answers),
            [.. Enumerable.Range(0, 2 * half).Select(row => row < half ? "0" : "1")]);

    // Counts per score: reference right, wrong, focal right, wrong; a second item that all fail.
    public static GroupedResponses Table((double Score, int A, int B, int C, int D)[] strata)
    {
        List<(double Score, double Answer, string Group)> rows = [];
        foreach ((double score, int a, int b, int c, int d) in strata)
        {
            rows.AddRange(Enumerable.Repeat((score, 1.0, "0"), a));
            rows.AddRange(Enumerable.Repeat((score, 0.0, "0"), b));
            rows.AddRange(Enumerable.Repeat((score, 1.0, "1"), c));
            rows.AddRange(Enumerable.Repeat((score, 0.0, "1"), d));
        }

        return new GroupedResponses(
            new ItemResponses(["i1", "i2"], [[.. rows.Select(row => row.Answer)], new double[rows.Count]]), [.. rows.Select(row => row.Group)])
        {
            Scores = [.. rows.Select(row => row.Score)],
        };
    }

    public static GroupedResponses Rows((int Answer, int Group)[] rows, int scores = 1) => new(
        new ItemResponses(["i1", "i2"], [[.. rows.Select(row => (double)row.Answer)], new double[rows.Length]]),
        [.. rows.Select(row => row.Group == 0 ? "0" : "1")])
    {
        Scores = [.. rows.Select((_, place) => (double)(place / 2 % scores))],
    };

    // Ten items of one slope; the fourth is harder for the focal group, which is half a standard deviation ahead.
    public static GroupedResponses Planted(int respondents, int replicate, double shift = 0.9)
    {
        double[] steps = [.. Enumerable.Range(0, 10).Select(item => -1.4 + (0.3 * item))];
        ItemParameters fair = FitSamples.Parameters([.. steps.Select(_ => 1.2)], [.. steps.Select(step => new[] { step })]);
        ItemParameters unfair = fair with { Thresholds = [.. steps.Select((step, item) => new[] { item == 3 ? step + shift : step })] };
        return new GroupedResponses(
            FitSamples.Draw(
                ItemModel.TwoParameter, fair, respondents, (ulong)(100 + replicate), row => row % 2 == 1 ? 0.5 : 0, row => row % 2 == 1 ? unfair : fair),
            [.. Enumerable.Range(0, respondents).Select(row => row % 2 == 1 ? "1" : "0")]);
    }

    // Four answers at five scores, proportional odds with log odds ratio 0.6 of reference to focal group.
    public static GroupedResponses CumulativeSample(int replicate)
    {
        RandomStream random = new(11, RandomPurpose.Example, replicate);
        (int Score, int Group, int Answer)[] rows = [.. Enumerable.Range(0, 500).Select(row =>
        {
            (int score, int group) = (row % 5, row / 5 % 2);
            double at = Math.Log(1 / random.NextDouble() - 1) + (0.5 * (score - 2)) + (group == 0 ? 0.6 : 0);
            return (score, group, at < -1 ? 0 : at < 0.3 ? 1 : at < 1.5 ? 2 : 3);
        })];
        return Rows([.. rows.Select(row => (row.Answer, row.Group))]) with { Scores = [.. rows.Select(row => (double)row.Score)] };
    }

    public static double[] Totals(GroupedResponses input) => [.. Enumerable.Range(0, input.Responses.Respondents).Select(
        row => input.Responses.Answers.Sum(item => item[row]))];

    public static double[] Direct(GroupedResponses input, int item)
    {
        double[] total = Totals(input);
        (double favouring, double against, double difference, double variance, double weighted, double focals, int strata) = (0, 0, 0, 0, 0, 0, 0);
        foreach (IGrouping<double, int> stratum in Enumerable.Range(0, total.Length).GroupBy(row => total[row]))
        {
            double Count(string code, double answer) => stratum.Count(row => input.Groups[row] == code && input.Responses.Answers[item][row] == answer);
            (double a, double b, double c, double d) = (Count("0", 1), Count("0", 0), Count("1", 1), Count("1", 0));
            double n = a + b + c + d;
            if (a + b > 0 && c + d > 0)
            {
                favouring += a * d / n;
                against += b * c / n;
                difference += a - ((a + b) * (a + c) / n);
                variance += (a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1));
                weighted += (c + d) * ((c / (c + d)) - (a / (a + b)));
                focals += c + d;
                strata++;
            }
        }

        return [favouring / against, variance > 0 ? difference * difference / variance : double.NaN, weighted / focals, strata];
    }

    public static bool IsMaximum(double[] answers, double[] total, double[] focal, ItemDifference item)
    {
        double first = LogLikelihood(answers, [total], out _);
        double second = LogLikelihood(answers, [total, focal], out double group);
        double third = LogLikelihood(answers, [total, focal, [.. total.Zip(focal, (a, b) => a * b)]], out _);
        return Bits.Close(
            [item.UniformStatistic, item.NonuniformStatistic, item.TotalStatistic, item.GroupCoefficient],
            [2 * (second - first), 2 * (third - second), 2 * (third - first), group], relative: 1e-6);
    }

    public static double LogLikelihood(double[] answers, double[][] columns, out double last)
    {
        double centre = columns[0].Average();
        Matrix<double> x = Matrix<double>.Build.Dense(
            answers.Length, columns.Length + 1, (row, term) => term == 0 ? 1 : term == 1 ? columns[0][row] - centre : columns[term - 1][row]);
        Vector<double> y = Vector<double>.Build.DenseOfArray(answers);
        Vector<double> b = Vector<double>.Build.Dense(columns.Length + 1);
        for (int step = 0; step < 60; step++)
        {
            Vector<double> p = (x * b).Map(value => 1 / (1 + Math.Exp(-value)));
            Matrix<double> information = x.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfDiagonalVector(p.PointwiseMultiply(1 - p)) * x);
            b += information.Solve(x.TransposeThisAndMultiply(y - p));
        }

        last = b[^1];
        return (x * b).Zip(y, (value, answer) => -Math.Log(1 + Math.Exp(answer == 1 ? -value : value))).Sum();
    }
}
