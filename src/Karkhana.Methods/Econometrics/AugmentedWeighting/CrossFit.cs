namespace Karkhana.Methods.Econometrics;

/// <summary>Probability of treatment and expected outcomes of each unit, from models that did not see its part.</summary>
/// <param name="Scores">The probability of treatment.</param>
/// <param name="Treated">The expected outcome if treated.</param>
/// <param name="Untreated">The expected outcome if not.</param>
internal sealed record CrossFit(double[] Scores, double[] Treated, double[] Untreated)
{
    public static CrossFit Of(TreatmentDesign design, double[] treatment, int[] foldOf, int folds, double ridge)
    {
        CrossFit fit = new(new double[design.Units], new double[design.Units], new double[design.Units]);
        for (int fold = 0; fold < folds; fold++)
        {
            int[] inside = [.. Enumerable.Range(0, design.Units).Where(unit => foldOf[unit] == fold)];
            int[] outside = [.. Enumerable.Range(0, design.Units).Where(unit => foldOf[unit] != fold)];
            double[][] Rows(int[] units) => [.. design.Design.Columns.Select(column => units.Select(unit => column[unit]).ToArray())];
            BinaryFit score = BinaryFit.Fit(
                Rows(outside), true, [.. outside.Select(unit => treatment[unit])], [.. outside.Select(_ => 1.0)], (BinaryLink.Logit, ridge));
            RidgeRegression Line(double kind) => RidgeRegression.Fit(
                design.Design.Columns, design.Outcome, [.. outside.Where(unit => treatment[unit] == kind)], ridge);
            double[][] own = Rows(inside);
            Put(fit.Scores, inside, score.Predict(own));
            Put(fit.Treated, inside, Line(1).Predict(own));
            Put(fit.Untreated, inside, Line(0).Predict(own));
        }

        return fit;
    }

    private static void Put(double[] target, int[] units, double[] values)
    {
        for (int place = 0; place < units.Length; place++)
        {
            target[units[place]] = values[place];
        }
    }
}
