namespace Thalweg.Optimizers.Transformations;

/// <summary>Puts each weight that has a constraint back to where the constraint allows it, after everything else, as Keras.</summary>
sealed class ConstraintProjection : Transformation
{
    protected internal override void AfterRule(StepDraft draft)
    {
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            if (draft.Variables[i].Constraint is { } constraint)
            {
                draft.Weights[i] = constraint(draft.Weights[i]);
            }
        }
    }
}
