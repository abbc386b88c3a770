using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The tables of a linear model beside that of its coefficients.</summary>
internal static class LinearModelTables
{
    public static Table Fit(LinearModel model)
    {
        GoodnessOfFit fit = model.Fit;
        double slopes = model.Numbers.TermCount - (model.Numbers.Design.HasIntercept ? 1 : 0);
        double degrees = model.Numbers.Rows - model.Numbers.TermCount;
        return Table.Of(
            "linear_model_fit",
            Column.Of("r_squared", [fit.RSquared], "R²", "share", "Share of variance explained.", recommended: true),
            Column.Of("adjusted_r_squared", [fit.AdjustedRSquared], "Adjusted R²", "share", "The same, degrees of freedom counted."),
            Column.Of("sigma", [fit.Sigma], "Sigma", "", "Residual standard deviation."),
            Column.Of("statistic", [fit.FStatistic], "F", "", "Classical test of all slopes."),
            Column.Of("p_value", [ModelTest.F(fit.FStatistic, slopes, degrees).PValue], "p", "", "Its p-value."),
            Column.Of("df", [slopes], "df", "", "Slopes."),
            Column.Of("log_likelihood", [fit.LogLikelihood], "Log-likelihood", "", "Gaussian, maximum-likelihood variance."),
            Column.Of("aic", [fit.Aic], "AIC", "", "k + 1 parameters."),
            Column.Of("bic", [fit.Bic], "BIC", "", "k + 1 parameters."),
            Column.Of("df_residual", [degrees], "Residual df", "", "Rows less terms."),
            Column.Of("n", [fit.Observations], "n", "rows", "Rows used."));
    }

    public static Table Rows(LinearModel model)
    {
        RowInfluence influence = RowInfluence.Of(model.Numbers);
        return Table.Of(
            "linear_model_rows",
            Column.Of("observation", model.Rows.Select(row => row + 1), "Row", "", "Row of the sample, from 1."),
            Column.Of("outcome", model.Numbers.Design.Outcome, "Outcome", "", "What is explained."),
            Column.Of("fitted", model.FittedValues, "Fitted", "", "What the model gives.", recommended: true),
            Column.Of("residual", model.Residuals, "Residual", "", "Outcome less fitted value."),
            Column.Of("leverage", influence.Leverages, "Leverage", "", "Weight of the outcome in its own fitted value."),
            Column.Of("cooks_distance", influence.CooksDistances, "Cook's distance", "", "How far all fitted values move without the row."),
            Column.Of("studentized_residual", influence.StudentizedResiduals, "Studentised residual", "", "Residual over its error, estimated without the row."));
    }
}
