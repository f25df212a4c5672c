using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents.Objectives;

public class BealeTests : ObjectiveContract
{
    protected override Objective Objective { get; } = new Beale();
}
